import assert from "node:assert/strict";
import type { KeyedMember } from "../../../provider/model/keyed-member";
import { planUses } from "../../../provider/model/plan-member-uses";
import { placeholder } from "../../../provider/model/unknown";
import { javaFunction, sink, source } from "../sample-mesh";

const identity = { tenant: "acme", pulsarNamespace: "retail", name: "f" };
const computed = placeholder("unknown", 1);
const full = (local: string): string => `persistent://acme/retail/${local}`;
const java = (parts: Parameters<typeof javaFunction>[0]): KeyedMember => ({
  kind: "function",
  key: "f",
  path: "functions.f",
  spec: javaFunction(parts),
});

/** Names by use, and where each is stated. */
function uses(member: KeyedMember): unknown {
  const { reads, writes, logTopic, deadLetterTopic, lateDataTopic } = planUses(member, identity);
  const written = Object.entries({ writes, logTopic, deadLetterTopic, lateDataTopic });
  return {
    reads: reads.map(({ name, path }) => [name, path]),
    ...Object.fromEntries(written.flatMap(([as, use]) => (use === undefined ? [] : [[as, [use.name, use.path]]]))),
  };
}

const rows: readonly { readonly name: string; readonly member: KeyedMember; readonly want: unknown }[] = [
  {
    name: "names in every place, each once",
    member: java({
      input: {
        topics: ["a", full("a"), computed],
        topicPattern: "p.*",
        customSerdeSources: { b: "S" },
        customSchemaSources: { c: "avro" },
        sourceSpecs: { d: {}, "q.*": { isRegexPattern: true } },
      },
      logTopic: "log",
      maxMessageRetry: 2,
      windowConfig: { windowLengthCount: 2, lateDataTopic: "late" },
    }),
    want: {
      reads: [
        [full("a"), "functions.f.input.topics[1]"],
        [computed, "functions.f.input.topics[2]"],
        [full("b"), "functions.f.input.customSerdeSources.b"],
        [full("c"), "functions.f.input.customSchemaSources.c"],
        [full("d"), "functions.f.input.sourceSpecs.d"],
      ],
      writes: [full("out"), "functions.f.output.topic"],
      logTopic: [full("log"), "functions.f.logTopic"],
      deadLetterTopic: [full("acme-retail-f-DLQ"), "functions.f.maxMessageRetry"],
      lateDataTopic: [full("late"), "functions.f.windowConfig.lateDataTopic"],
    },
  },
  {
    name: "no topics where connectors are in their place",
    member: java({ source: { connector: "builtin://a" }, sink: { connector: "builtin://b" } }),
    want: { reads: [] },
  },
  {
    name: "no name that is none",
    member: java({ input: { topics: ["a/b"] }, output: { topic: "kafka://x" }, logTopic: "" }),
    want: { reads: [] },
  },
  {
    name: "the dead-letter topic of a sink only where messages are counted",
    member: { kind: "sink", key: "s", path: "sinks.s", spec: sink({ deadLetterTopic: "dead", maxMessageRetry: 0 }) },
    want: { reads: [[full("out"), "sinks.s.input.topics[0]"]] },
  },
  {
    name: "what a source writes",
    member: { kind: "source", key: "s", path: "sources.s", spec: source({ logTopic: "log" }) },
    want: {
      reads: [],
      writes: [full("in"), "sources.s.output.topic"],
      logTopic: [full("log"), "sources.s.logTopic"],
    },
  },
];

describe("plan-member-uses", () => {
  for (const { name, member, want } of rows) it(`finds ${name}`, () => assert.deepEqual(uses(member), want));

  it("takes a default dead-letter topic for the mesh's own, also where another resource computes that there is one", () => {
    const computed = new Set(["functions.f.maxMessageRetry", "functions.f.output.topic"]);
    const { deadLetterTopic, writes } = planUses(java({ maxMessageRetry: 3 }), identity, computed);
    assert.deepEqual([deadLetterTopic?.computed, writes?.computed], [undefined, true]);
  });

  it("lets the later of two entries for a topic count, as a whole", () => {
    const { inputs } = planUses(
      java({ input: { topics: ["a"], customSerdeSources: { a: "S" }, sourceSpecs: { a: { schemaType: "avro" } } } }),
      identity,
    );
    assert.deepEqual(inputs.at(-1)?.consumer, { schemaType: "avro" });
  });
});
