import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import { codePathOf } from "../../../provider/model/code-path";
import { archiveDirectory, pythonArchiveOf } from "../../../provider/model/python-archive";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, pythonFunction, sampleMesh } from "../sample-mesh";

const memberOf = (spec: FunctionSpec) => onlyPlace(sampleMesh({ functions: { f: spec } })).member;
const python = (py: string) => memberOf(pythonFunction({ python: { py } }));
const unpacked = (stated: string, file: string) => ({ stated, path: `/pulsar/unpacked/${file}` });

describe("pythonArchiveOf", () => {
  for (const { name, member, want } of [
    { name: "a wheel", member: python("lib/f.whl"), want: unpacked("/pulsar/lib/f.whl", "f.whl") },
    { name: "a zip file", member: python("/f.zip"), want: unpacked("/f.zip", "f.zip") },
    { name: "a module", member: python("f.py"), want: undefined },
    { name: "what the instance takes for a module", member: python("f.ZIP"), want: undefined },
    { name: "a path that is not known yet", member: python(placeholder("unknown", 1)), want: undefined },
    {
      name: "a package",
      member: memberOf(pythonFunction({ python: { py: "f.zip", pyLocation: "function://a/b/c@1" } })),
      want: unpacked("/pulsar/f.zip", "f.zip"),
    },
    { name: "code in another language", member: memberOf(javaFunction({ java: { jar: "f.zip" } })), want: undefined },
  ]) {
    it(`reads ${name}`, () => {
      assert.deepEqual(pythonArchiveOf(member), want);
      if (want !== undefined) assert.equal(codePathOf(member), want.path);
    });
  }

  it("leaves a manifest's where it is", () => {
    const origin = { componentName: "f", clusterName: "kubernetes", pulsar: { configMap: "pulsar" } };
    const archive = pythonArchiveOf({ ...python("f.zip"), origin });
    assert.deepEqual(archive, { stated: "/pulsar/f.zip", path: "/pulsar/f.zip" });
  });
});

describe("archiveDirectory", () => {
  it("is where the file is", () =>
    assert.deepEqual(
      ["/pulsar/code/f.zip", "/f.zip"].map((path) => archiveDirectory({ stated: path, path })),
      ["/pulsar/code", ""],
    ));
});
