import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { admin } from "../engine/harness/admin";
import { type RunResult, Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** Pulsar lets a subscription be of one type at a time, and refuses instances that ask for another one beside those that run. Counts as 9 tests. */
describe("a subscription of another type", () => {
  let surroundings: Environment;
  let stack: Stack;
  const name = "types";
  const topic = (local: string): string => `persistent://${name}/messages/${local}`;

  before(async () => {
    surroundings = await environment();
    stack = await Stack.create({ language: "yaml", files: { "shout.py": code, "Pulumi.yaml": program({}) } });
    succeeds(await stack.up());
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    succeeds(result);
  });

  for (const [type, ordering] of [
    ["Failover", { retainOrdering: true }],
    ["Key_Shared", { retainKeyOrdering: true }],
  ] as const) {
    it(`is taken up by new instances once the old ones have ended: ${type}`, async () => {
      stack.write({ "Pulumi.yaml": program(ordering) });
      succeeds(await stack.up());
      const path = `/persistent/${name}/messages/in/stats`;
      const { subscriptions } = (await admin(surroundings.broker.adminUrl, path)).body as Stats;
      assert.equal(subscriptions[`${name}/messages/shout`]?.type, type);
      assert.equal(subscriptions[`${name}/messages/shout`]?.consumers.length, 2);
      await send(surroundings.broker, topic("in"), [type]);
      const received = await receive(surroundings.broker, topic("shouted"), { count: 1 });
      assert.deepEqual(received, [type.toUpperCase()]);
      succeeds(await stack.preview("--expect-no-changes"));
    });
  }

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  const program = (ordering: object): object =>
    meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      functions: {
        shout: {
          className: "shout.Shout",
          python: { code: { "fn::fileAsset": "./shout.py" } },
          input: { topics: ["in"] },
          output: { topic: "shouted" },
          replicas: 2,
          ...ordering,
        },
      },
      topics: { in: {}, shouted: { terminal: true } },
    });
});

interface Stats {
  readonly subscriptions: Readonly<Record<string, { readonly type: string; readonly consumers: readonly object[] }>>;
}

const code = `from pulsar import Function


class Shout(Function):
    def process(self, input, context):
        return input.upper()
`;
