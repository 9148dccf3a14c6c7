import assert from "node:assert/strict";
import { withKubernetesDefaults } from "../../../../../provider/model/operator/convert/kubernetes-defaults";

describe("withKubernetesDefaults", () => {
  it("fills in what Kubernetes would, and keeps what is stated", () => {
    assert.deepEqual(
      withKubernetesDefaults({
        sidecars: [{ name: "a", ports: [{ containerPort: 1 }, { containerPort: 2, protocol: "UDP" }] }],
        env: [
          { name: "A", valueFrom: { resourceFieldRef: { resource: "limits.memory" } } },
          { name: "B", value: "" },
        ],
      }),
      {
        sidecars: [
          {
            name: "a",
            ports: [
              { containerPort: 1, protocol: "TCP" },
              { containerPort: 2, protocol: "UDP" },
            ],
          },
        ],
        env: [
          { name: "A", valueFrom: { resourceFieldRef: { resource: "limits.memory", divisor: "0" } } },
          { name: "B", value: "" },
        ],
      },
    );
  });
});
