import assert from "node:assert/strict";
import { readYaml } from "../../../provider/model/yaml-text";

const text = `# a comment
functions:
  enrich:
    input:
      topics:
        - first

        - second
    "odd.key": &shared
      deep: 1
  score: *shared
---
topics: { "persistent://a/b/c": { partitions: 4 },
  clicks: {} }
`;

describe("lineOfField", () => {
  const rows = [
    { document: 0, path: "functions.enrich", line: 3, name: "a key of a map" },
    { document: 0, path: "functions.enrich.input.topics[1]", line: 8, name: "an item of a list" },
    { document: 0, path: 'functions.enrich["odd.key"].deep', line: 10, name: "a quoted key" },
    { document: 0, path: "functions.enrich.className", line: 3, name: "what is missing, where it is missed" },
    { document: 0, path: "functions.enrich.input.topics[7].name", line: 5, name: "an item that is not there" },
    { document: 0, path: "functions.score.deep", line: 11, name: "what an alias brings, where the alias is" },
    { document: 0, path: "", line: 2, name: "the whole" },
    { document: 1, path: 'topics["persistent://a/b/c"].partitions', line: 13, name: "another document" },
    { document: 1, path: "topics.clicks", line: 14, name: "a map in braces" },
    { document: 1, path: 'topics["unended', line: 13, name: "a path that is none" },
  ];
  for (const { document, path, line, name } of rows) {
    it(`finds ${name}`, () => assert.equal(readYaml(text).documents[document]?.lineOf(path), line));
  }
});
