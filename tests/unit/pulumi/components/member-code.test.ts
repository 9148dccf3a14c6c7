import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Asset } from "../../../../provider/model/json";
import type { MemberPlan } from "../../../../provider/model/plan";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { memberCode } from "../../../../provider/pulumi/components/member-code";
import { AssetValue } from "../../../../provider/model/asset-value";

describe("memberCode (provokes FM081)", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-code-"));
  const file = join(directory, "f.py");
  writeFileSync(file, "text");
  after(() => rmSync(directory, { recursive: true }));

  const member = (asset: AssetValue | undefined): MemberPlan => {
    const code = asset as unknown as Asset;
    const { plan } = planMesh("mesh", {
      pulsar: { a: { adminUrl: "http://127.0.0.1" } },
      kubernetes: { a: {} },
      functions: {
        f: { className: "f", python: asset === undefined ? { py: "/f.py" } : { code }, input: { topics: ["in"] } },
      },
    });
    const [only] = plan.members;
    assert.ok(only);
    return only;
  };

  it("is nothing for code in the image", () => assert.equal(memberCode(member(undefined)), undefined));
  it("is the text of a text", () =>
    assert.equal(memberCode(member(new AssetValue(undefined, "abc", undefined, undefined))), "abc"));
  it("is the text of a file", () => {
    const hash = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";
    assert.equal(memberCode(member(new AssetValue(file, undefined, undefined, hash))), "text");
  });

  const wrong: readonly { name: string; asset: AssetValue; message: RegExp }[] = [
    {
      name: "a file that does not exist",
      asset: new AssetValue("/nowhere/f.py", undefined, undefined, undefined),
      message: /ENOENT/,
    },
    {
      name: "a file that is another one",
      asset: new AssetValue(file, undefined, undefined, "00"),
      message: /not the file/,
    },
    {
      name: "a remote file",
      asset: new AssetValue(undefined, undefined, "https://x/f.py", undefined),
      message: /not a file or a text/,
    },
  ];
  for (const { name, asset, message } of wrong) {
    it(`refuses ${name}`, () => {
      const problem = memberCode(member(asset));
      assert.ok(typeof problem === "object");
      assert.equal(problem.code, "FM081");
      assert.equal(problem.path, "functions.f.python.code");
      assert.match(problem.message, message);
    });
  }
});
