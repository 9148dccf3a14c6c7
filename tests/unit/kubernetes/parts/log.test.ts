import assert from "node:assert/strict";
import { logPart } from "../../../../provider/kubernetes/parts/log";
import type { FunctionSpec } from "../../../../provider/model/function";
import { placesOf } from "../../rendered-objects";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const mountsOf = (parts: Partial<FunctionSpec>): readonly (readonly [string, string])[] => {
  const [target] = placesOf(sampleMesh({ functions: { f: javaFunction(parts) } }));
  assert.ok(target !== undefined);
  return (logPart(target, { config: "config" }).mounts ?? []).map(({ name, mountPath }) => [name, mountPath]);
};
const java = { jar: "/pulsar/f.jar", log: { rotatePolicy: "SizedPolicyWith10MB" } } as const;
const config = ["function-mesh-log-config", "/etc/function-mesh/log"] as const;
const files = ["function-mesh-logs", "/pulsar/logs/functions"] as const;

describe("parts/log", () => {
  it("adds nothing where nothing is said", () => assert.deepEqual(mountsOf({}), []));

  it("adds a directory for files", () => assert.deepEqual(mountsOf({ java }), [config, files]));

  it("leaves it to a volume of the user's", () => {
    const volumeMounts = [{ name: "mine", mountPath: "/pulsar/logs/" }];
    assert.deepEqual(mountsOf({ java, volumeMounts }), [config]);
    assert.deepEqual(mountsOf({ java, volumeMounts: [{ name: "mine", mountPath: "/data" }] }), [config, files]);
  });
});
