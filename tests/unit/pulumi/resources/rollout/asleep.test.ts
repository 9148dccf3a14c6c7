import assert from "node:assert/strict";
import { reasonAsleep } from "../../../../../provider/pulumi/resources/rollout/asleep";

const inputs = { kubernetesNamespace: "mesh", statefulSet: "orders-score", initialReplicas: 2 };
const stopped = { replicas: 0 };

describe("reasonAsleep", () => {
  it("tells how to start a member that its autoscaler does not", () =>
    assert.match(
      reasonAsleep(inputs, stopped) ?? "",
      /Run "kubectl scale statefulset orders-score -n mesh --replicas=2"/,
    ));

  for (const { name, given, before } of [
    { name: "a new member", given: inputs, before: undefined },
    { name: "one that ran", given: inputs, before: { initialReplicas: 2 } },
    { name: "one with a number", given: { ...inputs, replicas: 3 }, before: stopped },
    { name: "one that KEDA wakes up", given: { ...inputs, initialReplicas: undefined }, before: stopped },
    { name: "one that the rollout wakes up", given: { ...inputs, kubeconfig: "{}" }, before: stopped },
  ])
    it(`says nothing of ${name}`, () => assert.equal(reasonAsleep(given, before), undefined));
});
