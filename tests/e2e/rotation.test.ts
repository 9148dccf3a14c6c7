import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { exclamation, meshProgram } from "./harness/mesh-program";
import { connectWith, receiveDistinct, sendNumbers } from "./harness/numbers";
import { prepareNamespace } from "./harness/prepare-namespace";

/** A token that ends, and when, in milliseconds. */
interface EndingToken {
  readonly text: string;
  readonly end: number;
}

/** Tokens are exchanged under load; the old ones end, and the broker asks who is connected with them for others. Counts as 20 tests. */
describe("credentials", () => {
  let surroundings: Environment;
  let stack: Stack;
  let token: EndingToken;
  /** Seconds that an exchange is given: to have the new token in the pods while the old one is good. */
  let lifetime = 600;
  const name = "rotation";
  const topic = (local: string): string => `persistent://${name}/messages/${local}`;

  before(async () => {
    surroundings = await environment("token");
    await prepareNamespace(surroundings.broker, name, { member: ["produce", "consume"] });
    token = newToken(Date.now());
    const files = { "pass_on.py": code, "Pulumi.yaml": program(0) };
    stack = await Stack.create({ language: "yaml", attach: true, files });
    const start = Date.now();
    await up();
    // Several times what an update takes on this machine now.
    lifetime = Math.max(60, Math.ceil((4 * (Date.now() - start)) / 1000));
    token = newToken(Date.now());
    stack.write({ "Pulumi.yaml": program() });
    await up();
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("are exchanged twice under load: the same pods, no restart, no message lost", async () => {
    const { broker } = surroundings;
    const pods = await podsOf();
    await receiveDistinct(broker, topic("out"), { count: 0 });
    const stream = await sendNumbers(broker, topic("in"), 100);
    let sent: number;
    try {
      await endOf(await exchange());
      await endOf(await exchange());
    } finally {
      sent = await stream.stop();
    }
    assert.ok(sent >= 2000, `${sent} messages`);
    const received = await receiveDistinct(broker, topic("out"), { count: sent, seconds: 120 });
    const missing = Array.from({ length: sent }, (_, number) => `${number}!`).filter((text) => !(text in received));
    assert.deepEqual(missing, []);
    assert.equal(await podsOf(), pods);
  });

  /** Resolves to the token that the members had until then. */
  async function exchange(): Promise<EndingToken> {
    const old = token;
    token = newToken(old.end);
    stack.write({ "Pulumi.yaml": program() });
    const output = await up();
    assert.match(output, /mesh-pass-on-credentials/);
    assert.match(output, /mesh-exclaim-credentials/);
    return old;
  }

  async function up(): Promise<string> {
    const { code: exitCode, output } = await stack.up();
    assert.equal(exitCode, 0, output);
    return output;
  }

  /** Whoever comes with it is refused then; who is connected with it is asked for another within a second. */
  async function endOf({ text, end }: EndingToken): Promise<void> {
    assert.ok(Date.now() < end, "the new token is there before the old one ends");
    await connectWith(text, surroundings.broker, topic("in"));
    await sleep(end + 3000 - Date.now());
    // Clients say ConnectError where the broker ends the connection before they have read why.
    await assert.rejects(connectWith(text, surroundings.broker, topic("in")), /AuthenticationError|ConnectError/);
    await connectWith(token.text, surroundings.broker, topic("in"));
  }

  /** Its successor is made when this one's predecessor has ended, and so always has the whole lifetime to get into the pods. */
  const newToken = (endOfPredecessor: number): EndingToken => {
    const end = endOfPredecessor + lifetime * 1000;
    return { text: surroundings.broker.token("member", Math.ceil((end - Date.now()) / 1000)), end };
  };

  /** Who they are, and how often their instances started again. */
  const podsOf = (): Promise<string> => {
    const path = "{range .items[*]}{.metadata.name} {.metadata.uid} {.status.containerStatuses[0].restartCount}\n{end}";
    return surroundings.cluster.kubectl("-n", name, "get", "pods", "-o", `jsonpath=${path}`);
  };

  function program(replicas = 1): object {
    const { broker } = surroundings;
    return meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      pulsar: {
        auth: { token: { "fn::secret": broker.adminToken } },
        instanceAuth: { token: { "fn::secret": token.text } },
      },
      functions: {
        "pass-on": {
          className: "pass_on.PassOn",
          python: { code: { "fn::fileAsset": "./pass_on.py" } },
          input: { topics: ["in"] },
          output: { topic: "middle" },
          replicas,
        },
        exclaim: { ...exclamation, input: { topics: ["middle"] }, output: { topic: "out" }, replicas },
      },
      topics: { in: {}, out: { terminal: true } },
    });
  }
});

const code = `from pulsar import Function


class PassOn(Function):
    def process(self, input, context):
        return input
`;
