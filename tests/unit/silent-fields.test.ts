import assert from "node:assert/strict";
import type { EffectTree } from "../../provider/model/effects/effect";
import { functionEffects, sinkEffects, sourceEffects } from "../../provider/model/effects/kind-effects";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";
import { stated, stripped } from "../fields/stated";
import { type Subject, subjects } from "../fields/subjects";
import { excludedBy, surroundingsOf } from "../fields/surroundings";
import { everyPair } from "./every-pair";
import { meshOfSubject } from "./mesh-of-subject";
import { seenByInstances } from "./seen-by-instances";

type SubjectKey = keyof typeof subjects;

/** Of each kind of member and runtime: what says which program runs, and what has it downloaded. */
const programs: Readonly<Record<SubjectKey, { readonly field: string; readonly download: object }>> = {
  java: { field: "java", download: { java: { jar: "/a", jarLocation: "function://public/default/c@1" } } },
  python: { field: "python", download: { python: { py: "/a", pyLocation: "function://public/default/c@1" } } },
  golang: { field: "golang", download: { golang: { go: "/a", goLocation: "function://public/default/c@1" } } },
  generic: {
    field: "genericRuntime",
    download: {
      genericRuntime: {
        ...{ functionFile: "/a", functionFileLocation: "function://public/default/c@1" },
        language: "nodejs",
      },
    },
  },
  source: { field: "java", download: { connector: "source://public/default/c@1" } },
  sink: { field: "java", download: { connector: "sink://public/default/c@1" } },
};

/** They say how an update goes about its work, and nothing to anybody else. */
const ofUpdates = ["rollout.timeoutSeconds", "rollout.attachment"];

/** Where else a field is spoken of: the agent decides whether there is a log topic at all. */
const toldAt: Readonly<Record<string, string>> = { logTopicAgent: "logTopic" };

const own = "m";

/** What is stated changes what is made, or is refused where it is stated: for every field, kind of member and runtime. */
describe("no field is silent", () => {
  for (const key of Object.keys(subjects) as SubjectKey[]) {
    const subject: Subject = subjects[key];
    it(`of ${subject.name}`, () => {
      const fields = Object.keys(everyPair(subject.kind, own)).filter((field) => !ofUpdates.includes(field));
      const asked = fields.filter((field) => !isOfOtherProgram(key, field));
      assert.deepEqual(
        asked.flatMap((field) => silence(key, field)),
        [],
      );
    });
  }

  it("of those that there are", () => {
    const trees = { function: functionEffects, source: sourceEffects, sink: sinkEffects } as const;
    for (const kind of ["function", "source", "sink"] as const) {
      const sampled = Object.keys(everyPair(kind, own));
      assert.deepEqual(
        leaves(trees[kind]).filter((leaf) => !sampled.includes(leaf)),
        [],
      );
    }
  });
});

/** What is wrong with a field: that it does nothing and nothing is said of it, or that its sample cannot tell. */
function silence(key: SubjectKey, field: string): readonly string[] {
  const subject: Subject = subjects[key];
  const [from, to] = everyPair(subject.kind, own)[field] ?? [undefined, undefined];
  const [before, after] = [from, to].map((value) => planMesh("mesh", meshWith(key, field, value)));
  assert.ok(before !== undefined && after !== undefined);
  const refusals = [before, after].flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  const abouts = [field, toldAt[field] ?? field].map((told) => `${subject.kind}s.${own}.${told}`);
  if (refusals.some(({ path }) => abouts.some((about) => isWithin(path, about) || isWithin(about, path)))) return [];
  const others = refusals.map(({ code, path }) => `${field}: sampled beside ${code} ${path}`);
  const doesNothing = seenByInstances(before.plan) === seenByInstances(after.plan);
  return doesNothing ? [...others, `${field}: does nothing`] : others;
}

const isWithin = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);

function meshWith(key: SubjectKey, field: string, value: unknown): MeshSpec {
  const { kind, base }: Subject = subjects[key];
  const around = { ...base(own), ...(aroundHere(key, field) ?? surroundingsOf(field, own)) };
  return meshOfSubject(kind, stated(stripped(around, excluded(field)), field.split("."), value));
}

const excluded = (field: string): readonly string[] => [
  ...excludedBy(field),
  ...(field.startsWith("source.") ? ["input"] : []),
  ...(field.startsWith("sink.") ? ["output"] : []),
];

/** What a field needs around it, where that is not the same for every runtime, or where it is below a sample. */
function aroundHere(key: SubjectKey, field: string): object | undefined {
  const reader = { cryptoKeyReaderClassName: "k.A" };
  if (field === "downloaderImage" || field === "packageCluster") return programs[key].download;
  if (field === "statefulConfig.pulsar.serviceUrl") return { statefulConfig: { pulsar: {} } };
  if (field.startsWith("input.sourceSpecs.m-in.cryptoConfig.")) {
    return { input: { sourceSpecs: { "m-in": { cryptoConfig: reader } } } };
  }
  if (field.startsWith("output.producerConf.cryptoConfig.")) {
    const cryptoConfig = { ...reader, encryptionKeys: ["a"] };
    return { output: { topic: "m-out", producerConf: { cryptoConfig } } };
  }
  return undefined;
}

const isOfOtherProgram = (key: SubjectKey, field: string): boolean =>
  Object.values(programs).some((other) => other.field !== programs[key].field && isWithin(field, other.field));

/** Whose entries are looked at as a whole. */
const wholes = ["placement", "input.customSerdeSources", "input.customSchemaSources"];

/** Paths of a table's fields; an entry of a map is the one that the sample has. */
function leaves(tree: EffectTree, path = ""): readonly string[] {
  if (wholes.includes(path)) return [path];
  return Object.entries(tree).flatMap(([key, node]) => {
    if (key.startsWith("(")) return [];
    const step = key === "*" ? `${own}-in` : key;
    const full = path === "" ? step : `${path}.${step}`;
    return typeof node === "string" ? [full] : leaves(node, full);
  });
}
