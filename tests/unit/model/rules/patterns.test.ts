import assert from "node:assert/strict";
import { overlappingPatterns } from "../../../../provider/model/rules/overlapping-patterns";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, source } from "../../sample-mesh";
import { around, testRule, unknown } from "./broken-meshes";

const reads = (topicPattern: string) => around({ input: { topics: ["in"], topicPattern } });

testRule("FM014", [
  {
    name: "a pattern that another resource computed and that matches nothing",
    spec: around({ input: { topics: ["in"], topicPattern: "a/b/nothing-.*" } }),
    computed: ["functions.f.input.topicPattern"],
    want: [],
  },
  {
    name: "no expression",
    spec: reads("persistent://public/default/in("),
    want: ["FM014 functions.f.input.topicPattern"],
    wantInManifests: ["FM014? functions.f.input.topicPattern"],
  },
  {
    name: "no expression among the specs",
    spec: around({ input: { topics: ["in"], sourceSpecs: { "x[": { isRegexPattern: true } } } }),
    want: ['FM014 functions.f.input.sourceSpecs["x["]'],
  },
  {
    name: "a pattern that matches nothing",
    spec: reads("persistent://public/default/clicks-.*"),
    want: ["FM014? functions.f.input.topicPattern"],
  },
  { name: "a pattern that matches a topic", spec: reads("persistent://public/default/i.*"), want: [] },
  {
    name: "a pattern over topics that are not persistent, which finds others",
    spec: reads("non-persistent://public/default/i.*"),
    want: ["FM014? functions.f.input.topicPattern"],
  },
  { name: "a pattern not known yet", spec: reads(unknown), want: [] },
  {
    name: "a pattern over another member's topic",
    spec: around(
      { subscriptionName: "x", input: { topics: ["in"], topicPattern: "persistent://public/default/i.*" } },
      {
        functions: {
          f: javaFunction({ subscriptionName: "x", input: { topicPattern: "persistent://public/default/i.*" } }),
          g: javaFunction({ subscriptionName: "x" }),
        },
      },
    ),
    want: ["FM014? functions.f.input.topicPattern"],
  },
]);

describe("patterns that overlap", () => {
  const messages = (inputs: Readonly<Record<string, string>>): readonly string[] => {
    const functions = Object.entries(inputs).map(([key, text]) => {
      const input = /[.*]/.test(text) ? { topicPattern: text } : { topics: [text] };
      return [key, javaFunction({ input, subscriptionName: "x" })];
    });
    const spec = sampleMesh({
      sources: { a: source({ output: { topic: "clicks-a" } }), b: source({ output: { topic: "clicks-b" } }) },
      functions: Object.fromEntries(functions),
    });
    return planMesh("mesh", spec).problems.flatMap(({ code, path, message }) =>
      code === "FM014" && message.includes("by the same subscription")
        ? [`${path.split(".")[1] ?? ""} ${message}`]
        : [],
    );
  };
  const full = "persistent://public/default";
  const rows: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      "are told at the later member",
      { f: "clicks-.*", g: ".*-a" },
      [`g "${full}/.*-a" matches ${full}/clicks-a that functions.f reads by the same subscription`],
    ],
    [
      "are told where they are the same and find nothing",
      { f: "none-.*", g: "none-.*" },
      [`g "${full}/none-.*" is the pattern that functions.f reads by the same subscription`],
    ],
    [
      "are told beside a name at whichever stands first",
      { f: "clicks-.*", g: "clicks-b" },
      [`f "${full}/clicks-.*" matches ${full}/clicks-b that functions.g reads by the same subscription`],
    ],
    [
      "are told once each",
      { f: "clicks-.*", g: "clicks-.*", h: "clicks-.*" },
      [
        `g "${full}/clicks-.*" matches ${full}/clicks-a that functions.f reads by the same subscription`,
        `h "${full}/clicks-.*" matches ${full}/clicks-a that functions.f reads by the same subscription`,
      ],
    ],
    ["are none that find different topics", { f: "clicks-a.*", g: "clicks-b.*" }, []],
  ];
  for (const [name, inputs, want] of rows) it(name, () => assert.deepEqual(messages(inputs), want));

  it("are found in a time in proportion to the members", () => {
    const msFor = (length: number): number => {
      const functions = Array.from({ length }, (_, index) => [
        `f${index}`,
        javaFunction({ input: { topicPattern: `(shared|t${index}-.*)` }, subscriptionName: "x" }),
      ]);
      const topics = { shared: {} };
      const { members } = planMesh("mesh", sampleMesh({ functions: Object.fromEntries(functions), topics })).plan;
      const start = performance.now();
      const overlapping = overlappingPatterns(members);
      assert.equal(members.flatMap(overlapping).length, length - 1);
      return performance.now() - start;
    };
    msFor(200);
    const few = Math.min(msFor(200), msFor(200), msFor(200));
    const many = Math.min(msFor(2000), msFor(2000));
    // Ten times as many: a hundred times as long where every member is compared with every other.
    assert.ok(many < 40 * few, `${few} ms for 200, ${many} ms for 2000`);
  }).timeout(30_000);
});
