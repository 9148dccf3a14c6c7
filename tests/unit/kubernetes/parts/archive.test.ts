import assert from "node:assert/strict";
import { archivePart } from "../../../../provider/kubernetes/parts/archive";
import { renderPodTemplate } from "../../../../provider/kubernetes/pod";
import type { PodPart } from "../../../../provider/kubernetes/pod-part";
import type { FunctionSpec } from "../../../../provider/model/function";
import type { ManifestOrigin } from "../../../../provider/model/manifest-origin";
import { onlyPlace } from "../../rendered-objects";
import { pythonFunction, sampleMesh } from "../../sample-mesh";

const origin: ManifestOrigin = { componentName: "f", clusterName: "kubernetes", pulsar: { configMap: "pulsar" } };

const targetOf = (py: string, parts: Partial<FunctionSpec> = {}) =>
  onlyPlace(sampleMesh({ functions: { f: pythonFunction({ python: { py }, image: "enrich:1", ...parts }) } }));
function partOf(py: string, parts: Partial<FunctionSpec> = {}, from?: ManifestOrigin): PodPart {
  const target = targetOf(py, parts);
  return archivePart(from === undefined ? target : { ...target, member: { ...target.member, origin: from } });
}

const installed = (directory: string) => [{ name: "PIP_TARGET", value: directory }];
const mount = { name: "function-mesh-archive", mountPath: "/pulsar/unpacked" };

describe("parts/archive", () => {
  it("adds nothing to code that is not unpacked", () => assert.deepEqual(partOf("/pulsar/enrich.py"), {}));

  it("copies an archive out of the image, without a shell", () => {
    const { env, volumes, mounts, initContainers } = partOf("/pulsar/a $(b).whl");
    assert.deepEqual(env, installed("/pulsar/unpacked"));
    assert.deepEqual(volumes, [{ name: mount.name, emptyDir: {} }]);
    assert.deepEqual(mounts, [mount]);
    const [copier, ...others] = initContainers ?? [];
    assert.deepEqual(others, []);
    assert.equal(copier?.image, "enrich:1");
    assert.deepEqual(copier.command?.slice(-2), ["/pulsar/a $$(b).whl", "/pulsar/unpacked/a $$(b).whl"]);
    assert.deepEqual([copier.command[0], copier.volumeMounts], ["python3", [mount]]);
  });

  it("finds it on a volume of the user's, and writes there where that is mounted in its place", () => {
    const data = { name: "mine", mountPath: "/data" };
    assert.deepEqual(partOf("/data/f.zip", { volumeMounts: [data] }).initContainers?.[0]?.volumeMounts, [mount, data]);
    const own = { name: "mine", mountPath: mount.mountPath };
    const { volumes, mounts, initContainers } = partOf("f.zip", { volumeMounts: [own] });
    assert.deepEqual([volumes, mounts, initContainers?.[0]?.volumeMounts], [[], [], [own]]);
  });

  it("copies nothing that is downloaded", () => {
    const python = { py: "f.zip", pyLocation: "function://a/b/c@1" };
    assert.deepEqual(partOf("", { python }), { env: installed("/pulsar/unpacked") });
  });

  it("leaves archives of manifests where they are", () => {
    assert.deepEqual(partOf("f.zip", {}, origin), { env: installed("/pulsar") });
    assert.deepEqual(partOf("/pulsar/code/f.zip", {}, origin), { env: installed("/pulsar/code") });
  });

  it("starts the instance with what was copied", () => {
    const { containers } = renderPodTemplate(targetOf("f.zip"), { config: "c" }).spec;
    const command = containers[0]?.command ?? [];
    assert.ok(command.includes("/pulsar/unpacked/f.zip"));
    assert.ok(!command.includes("/pulsar/f.zip"));
  });
});
