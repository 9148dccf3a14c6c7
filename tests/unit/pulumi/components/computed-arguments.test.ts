import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderPlan } from "../../../../provider/kubernetes/render-plan";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { computedArguments } from "../../../../provider/pulumi/components/computed-arguments";
import { planRequest } from "../../../../provider/pulumi/components/plan-request";
import type { PackageSchema } from "../../../../provider/pulumi/schema/package-schema";
import { readArguments } from "../../../../provider/pulumi/schema/read-arguments";
import { decodeProperties } from "../../../../provider/pulumi/wire/decode";
import { signatureKey, signatures } from "../../../../provider/pulumi/wire/signatures";
import { changeOf, type Subject, subjects } from "../../../fields/subjects";
import { meshOfSubject } from "../../mesh-of-subject";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const schema: PackageSchema = JSON.parse(readFileSync(join(__dirname, "..", "..", "..", "..", "schema.json"), "utf8"));
const { inputProperties = {}, requiredInputs = [] } = schema.resources["function-mesh:index:FunctionMesh"] ?? {};

/** What another resource computes: at preview without a value. */
const output = (value?: unknown) => ({ [signatureKey]: signatures.output, value, dependencies: ["urn:other"] });

interface Planned {
  readonly errors: readonly string[];
  /** Every resource, without the hashes in its name. */
  readonly children: readonly string[];
}

function planned(spec: object): Planned {
  const read = readArguments(
    decodeProperties({ ...spec }),
    { properties: inputProperties, required: requiredInputs },
    schema,
    computedArguments,
  );
  const told = ({ code, path }: { code: string; path: string }): string => `${code} ${path}`;
  if (read.problems.length > 0) return { errors: read.problems.map(told), children: [] };
  const { plan, problems } = planRequest(read, (values) =>
    planMesh("mesh", values as unknown as MeshSpec, read.computed),
  );
  const errors = problems.filter(({ severity }) => severity === "error").map(told);
  const children = [
    ...plan.topics.flatMap(({ owned, childName }) => (owned ? [`Topic ${childName}`] : [])),
    ...plan.topics.flatMap(({ schema: type, childName }) => (type === undefined ? [] : [`Schema ${childName}`])),
    ...plan.members.flatMap(({ subscriptions }) => subscriptions.map(({ childName }) => `Subscription ${childName}`)),
    ...[...plan.tenants, ...plan.namespaces, ...plan.registrations].map(({ childName }) => childName),
    ...(errors.length > 0 ? [] : renderPlan(plan, () => undefined).map(({ kind }) => kind)),
  ];
  return { errors, children: children.sort() };
}

interface Row {
  readonly name: string;
  readonly mesh: (value: unknown) => MeshSpec;
  readonly value: unknown;
  /** What is refused at preview and at update; else both have the same resources. */
  readonly refused?: readonly string[];
  /** What is refused as soon as the value is known. */
  readonly refusedOnceKnown?: readonly string[];
}

const full = (topic: string): string => `persistent://public/default/${topic}`;
const one = (parts: object): MeshSpec => sampleMesh({ functions: { f: javaFunction(parts) } });
const two = (parts: object): MeshSpec =>
  sampleMesh({ functions: { f: javaFunction(parts), g: javaFunction({ output: { topic: "end" }, ...parts }) } });

const rows: readonly Row[] = [
  { name: "an output", mesh: (topic) => one({ output: { topic } }), value: full("o") },
  { name: "a log topic", mesh: (logTopic) => one({ logTopic }), value: full("log") },
  {
    name: "a dead-letter topic",
    mesh: (deadLetterTopic) => one({ maxMessageRetry: 3, deadLetterTopic }),
    value: full("dead"),
  },
  {
    name: "a topic for late data",
    mesh: (lateDataTopic) =>
      one({ windowConfig: { windowLengthDurationMs: 1000, timestampExtractorClassName: "a.B", lateDataTopic } }),
    value: full("late"),
  },
  {
    name: "a pattern that finds topics of others",
    mesh: (topicPattern) => one({ input: { topicPattern } }),
    value: "persistent://others/web/clicks-.*",
  },
  {
    name: "a pattern that finds topics of the mesh",
    mesh: (topicPattern) =>
      sampleMesh({ topics: { in: {} }, functions: { f: javaFunction({ input: Object({ topicPattern }) }) } }),
    value: full("i.*"),
    refusedOnceKnown: ["FM028 functions.f.input.topicPattern"],
  },
  { name: "a subscription", mesh: (subscriptionName) => one({ subscriptionName }), value: "billing" },
  {
    name: "a subscription of two",
    mesh: (subscriptionName) => two({ subscriptionName }),
    value: "billing",
    refusedOnceKnown: ["FM028 functions.g.subscriptionName"],
  },
  {
    name: "a number of tries",
    mesh: (maxMessageRetry) => one({ maxMessageRetry }),
    value: 0,
    refused: ["FM028 functions.f.maxMessageRetry"],
  },
  {
    name: "whether an input is a pattern",
    mesh: (isRegexPattern) => one({ input: { sourceSpecs: { [full("in")]: { isRegexPattern } } } }),
    value: true,
    refused: [`FM028 functions.f.input.sourceSpecs["${full("in")}"].isRegexPattern`],
  },
];

describe("arguments that another resource computes", () => {
  for (const { name, mesh, value, refused = [], refusedOnceKnown = refused } of rows)
    it(`decide nothing that a preview does not show: ${name}`, () => {
      const [preview, update] = [planned(mesh(output())), planned(mesh(output(value)))];
      assert.deepEqual(preview.errors, refused);
      assert.deepEqual(update.errors, refusedOnceKnown);
      if (update.errors.length === 0) assert.deepEqual(preview.children, update.children);
    });

  for (const subject of Object.values<Subject>(subjects))
    it(`decide nothing that a preview does not show: each field of ${subject.name}`, () => {
      for (const field of Object.keys(subject.pairs("m"))) {
        const mesh = meshOfSubject(subject.kind, changeOf(subject, field, "m").after);
        const at = [`${subject.kind}s`, "m", ...field.split(".")];
        for (const [steps, value] of scalarsAt(mesh, at)) {
          const preview = planned(replacedAt(mesh, steps, output()));
          const update = planned(replacedAt(mesh, steps, output(value)));
          if (preview.errors.length === 0 && update.errors.length === 0)
            assert.deepEqual(preview.children, update.children, steps.join("."));
        }
      }
    }).timeout(30_000);

  it("are topics, names of subscriptions, and what else resources follow from", () => {
    const paths: readonly (readonly [string, "name" | "choice" | undefined])[] = [
      ["functions.f.input.topics[12]", "name"],
      ['sinks["a.b"].input.topicPattern', "name"],
      ["output.topic", "name"],
      ["sources.s.logTopic", "name"],
      ["functions.f.windowConfig.lateDataTopic", "name"],
      ["subscriptionName", "name"],
      ["functions.f.maxMessageRetry", "choice"],
      ['functions.f.input.sourceSpecs["persistent://a/b/c"].isRegexPattern', "choice"],
      ["functions.f.input.sourceSpecs.c.isRegexPattern", "choice"],
      ["functions.f.pod.labels.logTopic", undefined],
      ["defaults.env.subscriptionName", undefined],
      ["topics.logTopic.partitions", undefined],
    ];
    for (const [path, want] of paths) {
      assert.equal(computedArguments.isNoted(path), want !== undefined, path);
      assert.equal(computedArguments.staysPlaceholder(path), want === "name", path);
    }
  });
});

type Scalar = readonly [steps: readonly string[], value: unknown];

/** The values at and below a place that are no objects, each with where it is. */
function scalarsAt(mesh: unknown, steps: readonly string[]): readonly Scalar[] {
  const value: unknown = steps.reduce<unknown>((above, step) => Reflect.get(Object(above), step), mesh);
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[steps, value]];
  return Object.keys(value).flatMap((step) => scalarsAt(mesh, [...steps, step]));
}

function replacedAt(value: unknown, [step, ...below]: readonly string[], to: unknown): object {
  const now = (inner: unknown): unknown => (below.length === 0 ? to : replacedAt(inner, below, to));
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === step ? now(item) : item));
  return step === undefined ? Object(value) : { ...Object(value), [step]: now(Reflect.get(Object(value), step)) };
}
