import assert from "node:assert/strict";
import { backendDefaults } from "../../../../../provider/model/operator/convert/backends";

const operators = { annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "9094" } };

describe("backendDefaults", () => {
  it("are the operator's own without any BackendConfig", () => {
    assert.deepEqual(backendDefaults([], "a"), { env: {}, pod: operators });
  });

  it("put those of the Kubernetes namespace before those of all", () => {
    const all = {
      env: { a: "1", b: "1" },
      pod: { nodeSelector: { pool: "all" }, tolerations: [{ key: "all" }], serviceAccountName: "all", affinity: {} },
    };
    const own = {
      env: { b: "2" },
      pod: { nodeSelector: { pool: "own" }, tolerations: [{ key: "own" }], securityContext: { runAsUser: 1 } },
    };
    const { env, pod } = backendDefaults(
      [
        { name: "backend-config", kubernetesNamespace: "a", spec: own },
        { name: "backend-config", kubernetesNamespace: "b", spec: { env: { c: "3" } } },
        { name: "global-backend-config", kubernetesNamespace: "default", spec: all },
        { name: "global-backend-config", kubernetesNamespace: "a", spec: { env: { d: "4" } } },
      ],
      "a",
    );
    assert.deepEqual(env, { a: "1", b: "2" });
    assert.deepEqual(pod, {
      labels: {},
      annotations: operators.annotations,
      nodeSelector: { pool: "own" },
      tolerations: [{ key: "all" }, { key: "own" }],
      imagePullSecrets: [],
      affinity: {},
      securityContext: { runAsUser: 1 },
      serviceAccountName: "all",
    });
  });
});
