import { type Effect, effectOf } from "../../provider/model/effects";
import { connectorPairs, sinkPairs, sourcePairs } from "./connector-pairs";
import type { Pairs } from "./field-pairs";
import { functionPairs, genericPairs, golangPairs, pythonPairs } from "./function-pairs";
import { memberPairs } from "./member-pairs";
import { stated, stripped } from "./stated";
import { readerPairs, writerPairs } from "./stream-pairs";
import { excludedBy, surroundingsOf } from "./surroundings";

/** A kind of member, by runtime, whose fields get other values. */
export interface Subject {
  readonly name: string;
  readonly kind: "function" | "source" | "sink";
  /** The member that fields are changed of. `own` begins what has to be told apart from other members'. */
  readonly base: (own: string) => object;
  readonly pairs: (own: string) => Pairs;
}

const input = (own: string): object => ({ input: { topics: [`${own}-in`] } });
const output = (own: string): object => ({ output: { topic: `${own}-out` } });
const functionIn =
  (parts: object) =>
  (own: string): object => ({ className: "work.Work", ...input(own), ...output(own), ...parts });
const image = "example/runner:1";

/** A source has no backlog. */
const withoutBacklog = (pairs: Pairs): Pairs =>
  Object.fromEntries(Object.entries(pairs).filter(([field]) => !field.startsWith("autoscaling.backlog")));

export const subjects = {
  java: {
    name: "a function in Java",
    kind: "function",
    base: functionIn({ java: { jar: "/pulsar/work.jar" }, replicas: 1 }),
    pairs: (own) => ({ ...memberPairs(own), ...readerPairs(own), ...writerPairs, ...functionPairs(own) }),
  },
  python: {
    name: "a function in Python",
    kind: "function",
    base: functionIn({ python: { py: "/pulsar/work.py" } }),
    pairs: () => pythonPairs,
  },
  golang: {
    name: "a function in Go",
    kind: "function",
    base: (own) => ({ ...input(own), ...output(own), golang: { go: "/a" }, image }),
    pairs: () => golangPairs,
  },
  generic: {
    name: "a generic function",
    kind: "function",
    base: functionIn({ genericRuntime: { functionFile: "/a", language: "nodejs" }, image }),
    pairs: () => genericPairs,
  },
  source: {
    name: "a source",
    kind: "source",
    base: (own) => ({ connector: "/pulsar/connectors/file.nar", className: "a.Source", ...output(own) }),
    pairs: (own) => ({ ...withoutBacklog(memberPairs(own)), ...writerPairs, ...sourcePairs(own) }),
  },
  sink: {
    name: "a sink",
    kind: "sink",
    base: (own) => ({ connector: "/pulsar/connectors/http.nar", className: "a.Sink", ...input(own) }),
    pairs: (own) => ({ ...memberPairs(own), ...readerPairs(own), ...connectorPairs, ...sinkPairs }),
  },
} as const satisfies Readonly<Record<string, Subject>>;

/** What pods or instances cannot use is refused whatever its value is: its effect is none, and cannot be seen. */
export const refusedFields: readonly string[] = [
  "instanceAuth.tokenFile",
  "instanceAuth.tokenVariable",
  "instanceAuth.tokenCommand",
  "instanceAuth.basic.username",
  "instanceAuth.basic.password",
  "instanceAuth.headers",
  "statefulConfig.pulsar.javaProvider.config",
];

/** Arguments of a member before and after the change of one field, and what that is predicted to do. */
export interface Change {
  readonly field: string;
  readonly before: object;
  readonly after: object;
  readonly predicted: Effect | undefined;
}

/** The change of a field of a subject's member, whose own names begin with `own`. */
export function changeOf({ kind, base, pairs }: Subject, field: string, own: string): Change {
  const [from, to] = pairs(own)[field] ?? [undefined, undefined];
  const started = stripped({ ...base(own), ...surroundingsOf(field, own) }, excludedBy(field));
  const withValue = (value: unknown): object => stated(started, field.split("."), value);
  return { field, before: withValue(from), after: withValue(to), predicted: predictedEffect(kind, field) };
}

/** Of what is in an entry that stays, and of another connector where there was one. */
const rolling = ["input.customSerdeSources", "input.customSchemaSources", "input.sourceSpecs", "source", "sink"];

const predictedEffect = (kind: Subject["kind"], field: string): Effect | undefined =>
  rolling.includes(field) ? "roll" : effectOf(kind, field);
