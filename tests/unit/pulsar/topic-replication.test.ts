import assert from "node:assert/strict";
import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { noteOfOthers } from "../../../provider/pulsar/resource/of-others";
import { claim, stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type OperationContext } from "../../../provider/pulsar/resource/resource";
import { topicReplication } from "../../../provider/pulsar/topic-replication";
import { json, reason, type ScriptedBroker, startScriptedBroker, type Step } from "./admin/scripted-broker";

const topic = "persistent://retail/orders/clicks";
const urnOf = (name: string): string => `urn:pulumi:test::orders::function-mesh:index:TopicReplication::${name}`;
const urn = urnOf("orders-clicks");

/** Who writes the topic, and how many messages have not come to the west, at each question; with none the broker does not tell. */
type Asked = readonly (readonly [writers: number, messages: number])[];

const statsOf = (writers: number, messages: number): object => ({
  publishers: Array.from({ length: writers }, (_, at) => ({ producerName: `p${at}`, address: "/10.0.0.7:1" })),
  replication: { west: { replicationBacklog: messages } },
});

/** Answers each question by its path; the last statistics are those of all questions after them. */
function brokerWith(asked: Asked, stamp: string): Step {
  let at = 0;
  return (response, request) => {
    const { method = "", url = "" } = request;
    if (method !== "GET") return response.writeHead(204).end();
    if (url.endsWith("/stats")) {
      if (asked.length === 0) return reason(403, "not yours")(response, request);
      const [writers, messages] = asked[Math.min(at++, asked.length - 1)] ?? [0, 0];
      return json(200, statsOf(writers, messages))(response, request);
    }
    if (url.includes("/properties")) return json(200, { [stampKey]: stamp })(response, request);
    const answer = url.includes("/partitions") ? { partitions: 0 } : url.includes("/replication") ? [] : {};
    return json(200, answer)(response, request);
  };
}

interface Deletion {
  readonly said: readonly string[];
  /** Calls of the topic: when it was asked about, and when it left. */
  readonly calls: readonly string[];
}

interface Run {
  readonly admin: AdminClient;
  readonly context: (name: string) => OperationContext;
  readonly abort: () => void;
  /** What deleting did since the last time. */
  delete(name: string, inputs?: object): Promise<Deletion>;
}

async function inRun(
  asked: Asked,
  act: (run: Run, broker: ScriptedBroker) => Promise<void>,
  stamp = "of another",
): Promise<void> {
  const broker = await startScriptedBroker([brokerWith(asked, stamp)]);
  const admin = createAdminClient({ adminUrl: broker.url, clusterName: "east" });
  const said: string[] = [];
  const controller = new AbortController();
  const context = (name: string): OperationContext => ({
    admin,
    urn: urnOf(name),
    preview: false,
    signal: controller.signal,
    log: (severity, message) => said.push(`${severity}: ${message}`),
  });
  const run: Run = {
    admin,
    context,
    abort: () => controller.abort(),
    async delete(name, inputs = {}) {
      const [from, since] = [broker.received.length, said.length];
      await topicReplication.delete(topic, { inputs: { topic, ...inputs }, outputs: {} }, context(name));
      const calls = broker.received.slice(from).flatMap(({ method, url }) => {
        if (method !== "GET") return [`${method} ${url.split("/").at(-1)}`];
        return url.endsWith("/stats") ? ["asked"] : [];
      });
      return { said: said.slice(since), calls };
    },
  };
  try {
    await act(run, broker);
  } finally {
    await admin.close();
    await broker.close();
  }
}

const left = "POST replication";

describe("topic-replication", () => {
  it("says that a topic stays everywhere while a cluster is away, and what to do", async () => {
    const broker = await startScriptedBroker([reason(503, "not now")]);
    const admin = createAdminClient({ adminUrl: broker.url }, { totalBudgetMs: 100, delayFactor: 0.01 });
    const context = { admin, urn, preview: false, signal: new AbortController().signal, log: () => undefined };
    const state = { inputs: { topic }, outputs: {} };
    claim("topic", topic, { ...context, urn: urnOf("topic") });
    try {
      await assert.rejects(topicReplication.delete(topic, state, context), ({ message }: Error) => {
        assert.match(message, /^Topic persistent:\/\/retail\/orders\/clicks is deleted in no Pulsar cluster, since /);
        assert.match(message, /Run again when this cluster answers; .* \(pulumi state delete 'urn:pulumi:test::/);
        assert.match(message, /The reason: Could not read topic persistent:\/\/retail\/orders\/clicks/);
        return true;
      });
    } finally {
      await admin.close();
      await broker.close();
    }
  });

  it("stays in it when another resource of the program has it by now, made or there already", () =>
    inRun([[0, 0]], async (run) => {
      const here = [`info: The replication of topic ${topic} belongs to another resource now and is left.`];
      topicReplication.registered?.({ topic }, run.context("kept"));
      assert.deepEqual(await run.delete("old"), { said: here, calls: [] });
      // The other one goes as well, and one that is made takes its place.
      await topicReplication.create({ topic }, run.context("made"));
      assert.deepEqual(await run.delete("kept"), { said: here, calls: [] });
      assert.deepEqual(await run.delete("made"), { said: [], calls: ["asked", left] });
    }));

  it("is not claimed by a preview", () =>
    inRun([[0, 0]], async (run) => {
      await topicReplication.create({ topic }, { ...run.context("made"), preview: true });
      assert.deepEqual((await run.delete("old")).calls, ["asked", left]);
    }));

  it("stays in it when the topic is given to others", () =>
    inRun([[0, 0]], async (run) => {
      noteOfOthers({ kind: "topic", id: topic }, run.context("m"));
      const { said, calls } = await run.delete("old");
      assert.match(said.join(), /^info: The replication of topic .*\/clicks is said to be somebody else's now/);
      assert.deepEqual(calls, []);
    }));

  const marks: readonly (readonly [string, string, boolean])[] = [
    ["stays in it when the topic has the mark of a resource that another provider has", "of another", true],
    ["leaves it when the topic has the mark of its mesh", "own", false],
    [
      "leaves it when the topic has the mark of its mesh under another name",
      stampOf(urnOf("old").replace("index:TopicReplication", "pulsar:Topic")),
      false,
    ],
  ];
  for (const [name, stamp, isLeft] of marks)
    it(name, () =>
      inRun(
        [[0, 0]],
        async (run) => {
          const said = [`info: The replication of topic ${topic} belongs to another resource now and is left.`];
          const want = isLeft ? { said, calls: [] } : { said: [], calls: ["asked", left] };
          assert.deepEqual(await run.delete("old", { stamp: "own" }), want);
        },
        stamp,
      ),
    );

  it("leaves it at once where the topic stays", () =>
    inRun([[1, 3]], async (run) => {
      claim("topic", topic, run.context("topic"));
      assert.deepEqual(await run.delete("old"), { said: [], calls: [left] });
    }));

  it("leaves it when nobody writes any more, and everything has crossed", () =>
    inRun(
      [
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      async (run) => {
        assert.deepEqual(await run.delete("old", { deleteWaitSeconds: 30 }), {
          said: [
            `info: Topic ${topic} leaves its replication later, within 30 s: it has 1 message not yet in Pulsar cluster west.`,
          ],
          calls: ["asked", "asked", "asked", left],
        });
      },
    ));

  it("waits no longer than it may, and then says what was there; all topics of a run together", () =>
    inRun([[1, 2]], async (run) => {
      const looks: number[] = [];
      for (const name of ["old", "other", "third"]) {
        const { said, calls } = await run.delete(name, { deleteWaitSeconds: 1 });
        assert.equal(
          said.at(-1),
          `warning: Topic ${topic} leaves its replication although it has producer "p0" from 10.0.0.7:1, 2 messages not yet in Pulsar ` +
            "cluster west: what has not come to the other Pulsar clusters does not come there any more. Stop who writes it, or have the " +
            "other cluster answer, before it goes.",
        );
        assert.equal(calls.at(-1), left);
        looks.push(calls.length - 1);
      }
      assert.equal(looks.at(-1), 1, `each topic waited for itself: ${looks.join(", ")} looks`);
    }));

  it("lets what only has to cross do so, however long others were waited for", () =>
    inRun(
      [
        [1, 0],
        [0, 9],
        [0, 4],
        [0, 0],
      ],
      async (run) => {
        await run.delete("old", { deleteWaitSeconds: 0 });
        const { said, calls } = await run.delete("other", { deleteWaitSeconds: 30 });
        assert.deepEqual(
          said.filter((text) => text.startsWith("warning")),
          [],
        );
        assert.deepEqual(calls, ["asked", "asked", "asked", left]);
      },
    ));

  it("leaves it where the broker does not tell, and says so", () =>
    inRun([], async (run) => {
      const { said, calls } = await run.delete("old", { deleteWaitSeconds: 1 });
      assert.match(said.join("\n"), /warning: Whether all of topic .* has come to the other clusters is not known/);
      assert.equal(calls.at(-1), left);
    }));

  it("stays in it when deleting is cancelled", () =>
    inRun([[1, 0]], async (run, broker) => {
      setTimeout(run.abort, 300);
      await assert.rejects(run.delete("old"), /^Error: Topic .*\/clicks was still in use when deleting was cancelled/);
      assert.ok(broker.received.every(({ method }) => method === "GET"));
    }));
});
