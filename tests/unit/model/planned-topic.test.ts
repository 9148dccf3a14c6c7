import assert from "node:assert/strict";
import { planMesh } from "../../../provider/model/plan-mesh";
import { plannedTopic } from "../../../provider/model/planned-topic";
import { javaFunction, sampleMesh } from "../sample-mesh";

describe("plannedTopic", () => {
  const { plan } = planMesh(
    "mesh",
    sampleMesh({ functions: { f: javaFunction() }, topics: { in: { partitions: 2 } } }),
  );
  for (const { name, cluster, topic, want } of [
    { name: "finds a topic", cluster: "east", topic: "persistent://public/default/in", want: 2 },
    { name: "knows no other topic", cluster: "east", topic: "persistent://public/default/x", want: undefined },
    {
      name: "knows no topic of another cluster",
      cluster: "west",
      topic: "persistent://public/default/in",
      want: undefined,
    },
  ]) {
    it(name, () => assert.equal(plannedTopic(plan, cluster, topic)?.spec.partitions, want));
  }
});
