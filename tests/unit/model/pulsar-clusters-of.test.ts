import assert from "node:assert/strict";
import { pulsarClustersOf } from "../../../provider/model/pulsar-clusters-of";

describe("pulsarClustersOf", () => {
  const rows: readonly (readonly [places: readonly string[], want: readonly string[]])[] = [
    [[], []],
    [["east"], ["east"]],
    [
      ["west", "east"],
      ["west", "east"],
    ],
    [
      ["east", "west", "east"],
      ["east", "west"],
    ],
  ];
  for (const [keys, want] of rows)
    it(`${keys.join(", ")}: ${want.join(", ")}`, () => {
      const place = {
        cluster: "c",
        kubernetesNamespace: "n",
        childName: "m",
        objectName: "m",
        serviceName: "m",
        standby: false,
      };
      assert.deepEqual(pulsarClustersOf({ places: keys.map((pulsarCluster) => ({ ...place, pulsarCluster })) }), want);
    });
});
