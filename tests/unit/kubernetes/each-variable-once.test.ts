import assert from "node:assert/strict";
import fc from "fast-check";
import { eachVariableOnce } from "../../../provider/kubernetes/each-variable-once";
import type { EnvVar } from "../../../provider/model/kubernetes-types";
import { placeholder } from "../../../provider/model/unknown";
import { expanded } from "../expanded-argument";

const env = (...pairs: readonly (readonly [string, string])[]): readonly EnvVar[] =>
  pairs.map(([name, value]) => ({ name, value }));

/** What a process finds: the kubelet goes through the list, and puts in what it has seen. */
function found(list: readonly EnvVar[]): Readonly<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const { name, value = "" } of list) seen[name] = expanded(value, seen);
  return seen;
}

describe("eachVariableOnce", () => {
  for (const { name, given, want } of [
    {
      name: "has the last of two, where it stands",
      given: env(["A", "1"], ["B", "b"], ["A", "2"]),
      want: env(["B", "b"], ["A", "2"]),
    },
    {
      name: "lets a variable add to an earlier one of its name",
      given: env(["JAVA_TOOL_OPTIONS", "-Dshared=1"], ["JAVA_TOOL_OPTIONS", "$(JAVA_TOOL_OPTIONS) -Down=1"]),
      want: env(["JAVA_TOOL_OPTIONS", "-Dshared=1 -Down=1"]),
    },
    {
      name: "gives those between the value that stood before them",
      given: env(["HOST", "a"], ["URL", "http://$(HOST)/"], ["HOST", "b"], ["LATER", "$(HOST)"]),
      want: env(["URL", "http://a/"], ["HOST", "b"], ["LATER", "$(HOST)"]),
    },
    {
      name: "lets what is put in refer to others",
      given: env(["X", "x"], ["A", "$(X)"], ["A", "$(A)-1"], ["A", "$(A)-2"]),
      want: env(["X", "x"], ["A", "$(X)-1-2"]),
    },
    {
      name: "leaves dollars that are meant as such",
      given: env(["A", "a$"], ["B", "$$(A) $(A)(C) $ $(D) $("], ["A", "b"]),
      want: env(["B", "$$(A) a$$(C) $ $(D) $("], ["A", "b"]),
    },
  ])
    it(name, () => assert.deepEqual(eachVariableOnce(given), want));

  it("has nothing to put in for a value from elsewhere", () => {
    const secret = { name: "A", valueFrom: { secretKeyRef: { name: "s", key: "k" } } };
    const rest = env(["B", "$(A)"], ["A", "1"]);
    assert.deepEqual(eachVariableOnce([secret, ...rest]), rest);
  });

  it("carries secret texts along", () => {
    const secret = placeholder("secret", 1);
    assert.deepEqual(eachVariableOnce(env(["A", secret], ["A", "$(A)-own"])), env(["A", `${secret}-own`]));
  });

  it("changes nothing that a process finds", () => {
    // References go to what stands before: to a variable that only comes later Kubernetes puts nothing in.
    const text = fc.array(fc.constantFrom("$", "$$", "(", ")", "x", "$(A)", "$(B)", "$(NONE)"), { maxLength: 4 });
    const variable = fc.record({ name: fc.constantFrom("A", "B"), value: text.map((parts) => parts.join("")) });
    const first = env(["A", "1"], ["B", "2"]);
    fc.assert(
      fc.property(fc.array(variable, { maxLength: 6 }), (list) => {
        const once = eachVariableOnce([...first, ...list]);
        assert.deepEqual(found(once), found([...first, ...list]));
        assert.equal(new Set(once.map(({ name }) => name)).size, once.length);
      }),
    );
  });
});
