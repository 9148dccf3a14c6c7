import assert from "node:assert/strict";
import { calledByKey } from "../../../provider/model/called-by-key";
import { javaFunction } from "../sample-mesh";

/** Keys, and the names and Pulsar namespaces stated beside them. */
type Named = readonly (readonly [string, string?, string?])[];

const home = { tenant: "shop", pulsarNamespace: "web" };

const rows: readonly (readonly [string, Named, readonly string[]])[] = [
  ["members without names of their own", [["a"], ["b"]], []],
  [
    "names that nobody else has",
    [
      ["a", "x"],
      ["b", "y"],
    ],
    [],
  ],
  [
    "a shared name, which the first keeps",
    [
      ["a", "x"],
      ["b", "x"],
      ["c", "x"],
    ],
    ["b", "c"],
  ],
  ["a shared name, which the one keeps whose key it is", [["a", "x"], ["x"]], ["a"]],
  [
    "a shared name, which the one in the mesh's own namespace keeps, whatever comes before it",
    [
      ["a", "x", "other"],
      ["b", "x"],
      ["c", "x", "web"],
    ],
    ["a", "c"],
  ],
  [
    "names that Kubernetes takes for one",
    [
      ["a", "my_x"],
      ["b", "My-X"],
    ],
    ["b"],
  ],
  ["two keys that Kubernetes takes for one", [["x"], ["X"]], ["X"]],
];

describe("calledByKey", () => {
  for (const [name, members, want] of rows) {
    it(`looks at ${name}`, () => {
      const specs = members.map(([key, stated, namespace]) => ({
        key,
        spec: javaFunction({
          ...(stated === undefined ? {} : { name: stated }),
          ...(namespace === undefined ? {} : { namespace }),
        }),
      }));
      assert.deepEqual([...calledByKey(specs, home)], want);
    });
  }
});
