import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import { planMesh } from "../../../provider/model/plan-mesh";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh } from "../sample-mesh";

/** What another resource computes as a whole, in the place of an item of the type that the list has. */
const computed = JSON.parse(JSON.stringify(placeholder("unknown", 0)));

const rows: Readonly<Record<string, Partial<FunctionSpec>>> = {
  "pod.volumes": { pod: { volumes: [computed] } },
  volumeMounts: { volumeMounts: [computed, { name: "a", mountPath: "/a" }], pod: { volumes: [computed] } },
  volumeClaimTemplates: { volumeClaimTemplates: [computed] },
  "metadata of a volume claim": {
    volumeClaimTemplates: [
      {
        metadata: computed,
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
      },
    ],
  },
  "pod.imagePullSecrets": { pod: { imagePullSecrets: [computed] } },
};

describe("items of lists that are not known yet", () => {
  for (const [field, parts] of Object.entries(rows))
    it(`are no fault of ${field}`, () => {
      const { problems } = planMesh("mesh", sampleMesh({ functions: { f: javaFunction(parts) } }));
      assert.deepEqual(
        problems.filter(({ severity }) => severity === "error"),
        [],
      );
    });
});
