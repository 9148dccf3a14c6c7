import assert from "node:assert/strict";
import { fieldsEndingIn } from "../../../../provider/cli/explain/fields-ending-in";
import { schema } from "../memory-terminal";

describe("fieldsEndingIn", () => {
  const cases = [
    {
      path: "sourceSpecs.schemaType",
      want: [
        "functions.<name>.input.sourceSpecs.<name>.schemaType",
        "sinks.<name>.input.sourceSpecs.<name>.schemaType",
      ],
    },
    {
      path: "replicationClusters",
      want: ["namespaces.<name>.replicationClusters", "topics.<name>.replicationClusters"],
    },
    { path: "Specs", want: [] },
    { path: "", want: [] },
  ];
  for (const { path, want } of cases) {
    it(path === "" ? "nothing" : path, () =>
      assert.deepEqual(
        fieldsEndingIn(path, schema).map((field) => field.path),
        want,
      ),
    );
  }
});
