import assert from "node:assert/strict";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { replacedOnRoll } from "../../../provider/model/replaced-on-roll";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../sample-mesh";

const unknown = placeholder("unknown", 1);

const rows: readonly { readonly name: string; readonly more: Partial<MeshSpec>; readonly want: readonly unknown[] }[] =
  [
    { name: "not asked for", more: { naming: "unique" }, want: [undefined, undefined, undefined] },
    {
      name: "asked for, but of what brings messages",
      more: { naming: "unique", defaults: { rollout: { replaceOnRoll: true } } },
      want: [undefined, true, true],
    },
    {
      name: "names that stay",
      more: { defaults: { rollout: { replaceOnRoll: true } } },
      want: [undefined, undefined, undefined],
    },
    {
      name: "known only when applied",
      more: { naming: "unique", defaults: { rollout: { replaceOnRoll: unknown as unknown as boolean } } },
      want: [undefined, unknown, unknown],
    },
  ];

describe("replaced-on-roll", () => {
  for (const { name, more, want } of rows)
    it(`${name}: ${want.map(String).join(", ")}`.replaceAll("\u0001", ""), () => {
      const mesh = sampleMesh({
        sources: { s: source() },
        functions: { f: javaFunction({}) },
        sinks: { k: sink() },
        ...more,
      });
      const { plan } = planMesh("mesh", mesh);
      const found = ["s", "f", "k"].map((key) => {
        const member = plan.members.find((each) => each.key === key);
        return member === undefined ? "none" : replacedOnRoll(member, plan.naming);
      });
      assert.deepEqual(found, want);
    });
});
