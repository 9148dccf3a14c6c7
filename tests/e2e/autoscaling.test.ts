import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { eventually } from "../tools/run-traces";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receiveDistinct, sendNumbers } from "./harness/numbers";

/** Real instances under real load, whose usage the node's kubelet measures. Counts as 7 tests. */
describe("a member with an autoscaler", () => {
  let surroundings: Environment;
  let stack: Stack;
  const name = "autoscaling";
  const topic = (local: string): string => `persistent://${name}/messages/${local}`;

  before(async () => {
    surroundings = await environment();
    const files = { "burn.py": code, "Pulumi.yaml": program() };
    stack = await Stack.create({ language: "yaml", attach: true, files });
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("has 2 instances at rest, 5 under load and 2 again, and loses no message", async () => {
    const { broker } = surroundings;
    // What starting instances use up is load, too.
    await atRest();
    await receiveDistinct(broker, topic("out"), { count: 0 });
    const stream = await sendNumbers(broker, topic("in"), perSecond);
    let sent: number;
    try {
      await instances((ready) => ready === "5", 90);
      const again = await stack.up("--refresh", "--expect-no-changes");
      assert.equal(again.code, 0, again.output);
      assert.equal(await wanted(), "5");
    } finally {
      sent = await stream.stop();
    }
    const received = await receiveDistinct(broker, topic("out"), { count: sent, seconds: 120 });
    assert.equal(Object.keys(received).length, sent);
    await atRest();
    const again = await stack.up("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    // The autoscaler may have looked at old metrics meanwhile, and gone up once more by itself.
    await atRest();
    assert.equal(await wanted(), "2");
  });

  const atRest = async (): Promise<void> => {
    await instances((ready) => ready === "2", 90);
    const usage = (): Promise<string> => get("hpa", "{.status.currentMetrics[0].resource.current.averageUtilization}");
    await eventually(usage, (percent) => percent !== "" && Number(percent) <= 50, 60);
    await instances((ready) => ready === "2", 60);
  };

  const instances = (holds: (ready: string) => boolean, seconds: number): Promise<string> =>
    eventually(() => get("statefulset", "{.status.readyReplicas}"), holds, seconds);
  const wanted = (): Promise<string> => get("statefulset", "{.spec.replicas}");
  const get = (kind: string, path: string): Promise<string> =>
    surroundings.cluster.kubectl("-n", name, "get", kind, "mesh-burn", "-o", `jsonpath=${path}`);

  const program = (): object =>
    meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      functions: {
        burn: {
          className: "burn.Burn",
          python: { code: { "fn::fileAsset": "./burn.py" } },
          input: { topics: ["in"] },
          output: { topic: "out" },
          resources: { requests: { cpu: "100m" } },
          autoscaling: {
            minReplicas: 2,
            maxReplicas: 5,
            cpu: 50,
            behavior: { scaleDown: { stabilizationWindowSeconds: 0 } },
          },
        },
      },
      topics: { in: {}, out: { terminal: true } },
    });
});

/** Together 900m: more than the 220m from which five instances are wanted, and less than a small machine has. */
const perSecond = 30;
const code = `import time

from pulsar import Function


class Burn(Function):
    def process(self, input, context):
        end = time.thread_time() + 0.03
        while time.thread_time() < end:
            pass
        return input
`;
