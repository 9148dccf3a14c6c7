import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { namespaceOf } from "../../../../provider/pulsar/namespace/namespace-api";
import { sendNamespaceDelete } from "../../../../provider/pulsar/namespace/namespace-delete-call";
import { json, reason, startScriptedBroker, type Step } from "../admin/scripted-broker";

const boundary = reason(412, "Invalid upper boundary for bundle t/n/0x00000000_0xffffffff. Expected 0x40000000");
const notSet: Step = (response) => response.writeHead(204).end();
const done = notSet;

const path = "/admin/v2/namespaces/t/n";

/** Answers, and the calls that are made; a text at the end of a call is its body. */
const rows: readonly { name: string; steps: readonly Step[]; calls: readonly string[]; fails?: RegExp }[] = [
  { name: "deletes", steps: [done], calls: [`DELETE ${path}`] },
  {
    name: "makes the broker read the bundles again",
    steps: [boundary, notSet, done, done],
    calls: [`DELETE ${path}`, `GET ${path}/antiAffinity`, `POST ${path}/antiAffinity "deleted"`, `DELETE ${path}`],
  },
  {
    name: "keeps the group that there is",
    steps: [boundary, json(200, "theirs"), done, boundary],
    calls: [`DELETE ${path}`, `GET ${path}/antiAffinity`, `POST ${path}/antiAffinity "theirs"`, `DELETE ${path}`],
    fails: /Invalid upper boundary/,
  },
  {
    name: "takes its own group away when that did not help",
    steps: [boundary, notSet, done, boundary, done],
    calls: [
      `DELETE ${path}`,
      `GET ${path}/antiAffinity`,
      `POST ${path}/antiAffinity "deleted"`,
      `DELETE ${path}`,
      `DELETE ${path}/antiAffinity`,
    ],
    fails: /Invalid upper boundary/,
  },
  { name: "says what else is wrong", steps: [reason(412, "else")], calls: [`DELETE ${path}`], fails: /"else"/ },
];

describe("provider/pulsar/namespace/namespace-delete-call", () => {
  for (const { name, steps, calls, fails } of rows) {
    it(name, async () => {
      const broker = await startScriptedBroker(steps);
      const admin = createAdminClient({ adminUrl: broker.url });
      try {
        const sent = sendNamespaceDelete(admin, namespaceOf("t/n"), { force: false });
        await (fails === undefined ? sent : assert.rejects(sent, fails));
        const made = broker.received.map(({ method, url, body }) => `${method} ${url} ${body}`.trim());
        assert.deepEqual(made, calls);
      } finally {
        await admin.close();
        await broker.close();
      }
    });
  }
});
