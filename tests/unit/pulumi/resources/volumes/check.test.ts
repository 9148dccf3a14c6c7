import assert from "node:assert/strict";
import { placeholder } from "../../../../../provider/model/unknown";
import { checkKept } from "../../../../../provider/pulumi/resources/volumes/check";

const templates = [{ metadata: { name: "work" }, spec: { resources: { requests: { storage: "1Gi" } } } }];
const others = [{ metadata: { name: "other" } }];
const old = { member: "functions.score", volumeClaimTemplates: templates, whenDeleted: "Delete" };

const rows = [
  { name: "nothing where the volumes are kept anyway", old: { ...old, whenDeleted: "Retain" }, more: {}, want: 0 },
  {
    name: "nothing where a kubeconfig lets them be kept",
    old: { ...old, kubeconfig: "x" },
    more: { kubeconfig: "y" },
    want: 0,
  },
  { name: "a kubeconfig in place of a provider", old, more: { kubeconfig: "x" }, want: 1 },
  { name: "a provider in place of a kubeconfig", old: { ...old, kubeconfig: "x" }, more: {}, want: 1 },
  {
    name: "nothing of the like where the volumes are kept",
    old: { ...old, whenDeleted: "Retain" },
    more: { kubeconfig: "x" },
    want: 0,
  },
  { name: "nothing where the templates stay", old, more: { volumeClaimTemplates: templates }, want: 0 },
  { name: "nothing of a new member", old: undefined, more: {}, want: 0 },
  {
    name: "nothing while the templates are unknown",
    old,
    more: { volumeClaimTemplates: [placeholder("unknown", 0)] },
    want: 0,
  },
  { name: "templates whose change would delete volumes", old, more: {}, want: 1 },
  { name: "that even where the policy changes with them", old, more: { whenDeleted: "Retain" }, want: 1 },
];

describe("checkKept", () => {
  for (const row of rows) {
    it(`refuses ${row.name}`, () =>
      assert.equal(checkKept({ ...old, volumeClaimTemplates: others, ...row.more }, row.old).length, row.want));
  }

  it("says which steps to take", () => {
    const [failure] = checkKept({ ...old, volumeClaimTemplates: others }, old);
    assert.equal(failure?.property, "volumeClaimTemplates");
    assert.match(
      failure?.reason ?? "",
      /^functions\.score .* First set that to "Retain" and run "pulumi up", then take the ownerReferences out of claims .*, then change the templates$/,
    );
  });
});
