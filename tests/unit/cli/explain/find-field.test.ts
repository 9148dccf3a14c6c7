import assert from "node:assert/strict";
import { findFields } from "../../../../provider/cli/explain/find-field";
import { schema } from "../memory-terminal";

describe("findFields", () => {
  const cases = [
    { path: "functions", want: [["functions", undefined]] },
    { path: "functions.input.topics", want: [["functions.<name>.input.topics", "function input.topics"]] },
    { path: "functions.enrich.input.topics", want: [["functions.<name>.input.topics", "function input.topics"]] },
    { path: "functions.input.topics[0]", want: [["functions.<name>.input.topics[]", "function input.topics.*"]] },
    { path: "python.code", want: [["functions.<name>.python.code", "function python.code"]] },
    {
      path: "connector",
      want: [
        ["sources.<name>.connector", "source connector"],
        ["sinks.<name>.connector", "sink connector"],
      ],
    },
    { path: 'topics["a/b/c"].partitions', want: [["topics.<name>.partitions", undefined]] },
    { path: "defaults.pod.labels", want: [["defaults.pod.labels", "defaults pod.labels"]] },
    { path: "pulsar.serviceUrl", want: [["pulsar.<name>.serviceUrl", "pulsar serviceUrl"]] },
    { path: "sinks.pod.env.name", want: [["sinks.<name>.pod.env[].name", "sink pod.env.*.name"]] },
    { path: "sinks.pod.nonsense", want: [] },
    { path: "topics.partition", want: [] },
    { path: "namespaces.deleteWaitSeconds", want: [] },
    { path: "functions.replica", want: [] },
    { path: "topics.clicks", want: [["topics.<name>", undefined]] },
    { path: 'topics["partition"]', want: [["topics.<name>", undefined]] },
    { path: "functions.score", want: [["functions.<name>", undefined]] },
    { path: "topics.<name>", want: [["topics.<name>", undefined]] },
    { path: "functions.className.x", want: [] },
    { path: "", want: [] },
    { path: "constructor", want: [] },
  ];
  for (const { path, want } of cases) {
    it(path === "" ? "nothing" : path, () => {
      const found = findFields(path, schema).map((field) => [
        field.path,
        field.effectAt === undefined ? undefined : `${field.effectAt.subject} ${field.effectAt.path}`,
      ]);
      assert.deepEqual(found, want);
    });
  }
});
