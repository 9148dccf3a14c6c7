import assert from "node:assert/strict";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { repairWorkload } from "../../../../../provider/pulumi/resources/rollout/repair";

const template = (env: readonly object[], cpu = "1") => ({
  spec: { containers: [{ name: "c", env: [...env], resources: { requests: { cpu } } }] },
});
const declaredTemplate = template([{ name: "A", value: "1" }], "0.5");

const live = (spec: { readonly template: object; readonly replicas: number }): V1StatefulSet => ({
  metadata: {
    name: "orders-score",
    namespace: "mesh",
    generation: 3,
    annotations: {
      "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({
        spec: { template: declaredTemplate, replicas: 2 },
      }),
    },
  },
  spec: { serviceName: "s", selector: {}, ...spec },
});

/** An API server that answers with a generation, and the bodies it was sent. */
function connection(generation: number) {
  const bodies: unknown[] = [];
  return {
    bodies,
    server: "https://cluster",
    apps: {
      patchNamespacedStatefulSet: (request: { readonly body: unknown }): Promise<V1StatefulSet> => {
        bodies.push(request.body);
        return Promise.resolve({ metadata: { generation } });
      },
    },
  };
}

describe("repairWorkload", () => {
  it("replaces the template as a whole", async () => {
    const server = connection(4);
    const changed = live({ template: template([{ name: "A", value: "1" }, { name: "B" }], "500m"), replicas: 2 });
    assert.equal(await repairWorkload(server, changed, false), 4);
    assert.deepEqual(server.bodies, [[{ op: "replace", path: "/spec/template", value: declaredTemplate }]]);
  });

  it("sends nothing where nothing was changed", async () => {
    const server = connection(4);
    const same = live({ template: template([{ name: "A", value: "1" }], "500m"), replicas: 0 });
    assert.equal(await repairWorkload(server, same, false), undefined);
    assert.deepEqual(server.bodies, []);
  });

  it("has put back nothing where the API server sees no difference", async () => {
    const changed = live({ template: template([{ name: "A", value: "2" }]), replicas: 2 });
    assert.equal(await repairWorkload(connection(3), changed, false), undefined);
  });

  it("puts everything back that was declared where a refresh has found a change that no comparison shows", async () => {
    const server = connection(4);
    const added = live({ template: { spec: { ...declaredTemplate.spec, hostNetwork: true } }, replicas: 2 });
    assert.equal(await repairWorkload(server, added, false), undefined);
    assert.equal(await repairWorkload(server, added, true), 4);
    assert.deepEqual(server.bodies, [[{ op: "replace", path: "/spec/template", value: declaredTemplate }]]);
  });
});
