import assert from "node:assert/strict";
import { roleCheck } from "../../../../provider/pulsar/permission/role-check";
import { shown, shownSecret } from "../../../../provider/pulsar/resource/show";

describe("provider/pulsar/permission/role-check", () => {
  for (const role of ["billing", "a/b", "CN=a,O=b", "a b", "...", "*", "é"]) {
    it(`takes ${role}`, () => assert.deepEqual(roleCheck(role, "role", shown), []));
  }
  for (const role of ["", " ", ".", "..", "a\nb", 5]) {
    it(`refuses ${JSON.stringify(role)}`, () =>
      assert.deepEqual(
        roleCheck(role, "role", shown).map(({ property }) => property),
        ["role"],
      ));
  }
  for (const [role, isTaken] of [
    ["x".repeat(2048), true],
    ["x".repeat(2049), false],
    ["é".repeat(342), false],
  ] as const) {
    it(`${isTaken ? "takes" : "refuses"} one of ${role.length} characters`, () =>
      assert.equal(roleCheck(role, "role", shown).length, isTaken ? 0 : 1));
  }
  it("shows no secret", () =>
    assert.deepEqual(roleCheck("a\nb", "role", shownSecret), [
      {
        property: "role",
        reason: "a secret text is not a role: it holds a line break or another character that is not shown.",
      },
    ]));
});
