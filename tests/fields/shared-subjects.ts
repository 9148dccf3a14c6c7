import { type Effect, fieldEffect } from "../../provider/model/effects";
import type { Pairs } from "./field-pairs";
import { clientCredentials } from "./member-pairs";
import { defaultsPairs, kubernetesPairs, pulsarPairs, type SharedPlace } from "./shared-pairs";
import { stated, stripped } from "./stated";

/** What members share, whose fields get other values. */
export interface SharedSubject {
  readonly subject: "pulsar" | "kubernetes" | "defaults";
  /** Where in a mesh its fields stand. */
  readonly at: readonly string[];
  readonly pairs: (place: SharedPlace) => Pairs;
}

export const sharedSubjects: readonly SharedSubject[] = [
  { subject: "pulsar", at: ["pulsar", "main"], pairs: pulsarPairs },
  { subject: "kubernetes", at: ["kubernetes", "main"], pairs: kubernetesPairs },
  { subject: "defaults", at: ["defaults"], pairs: () => defaultsPairs },
];

/** A mesh before and after the change of one field that its member does not state itself. */
export interface SharedChange {
  /** The name of the mesh, and how its topics begin. */
  readonly own: string;
  readonly field: string;
  readonly before: object;
  readonly after: object;
  readonly predicted: Effect | undefined;
}

/** All changes, of the clusters of a mesh of one function or sink: `main` of each kind, and `other` where it takes a second one. */
export function sharedChanges(clusters: Clusters, place: SharedPlace): readonly SharedChange[] {
  const fields = sharedSubjects.flatMap(({ subject, at, pairs }) =>
    Object.entries(pairs(place)).map(([field, pair]) => ({ subject, at, field, pair })),
  );
  return fields.map(({ subject, at, field, pair: [from, to] }, index) => {
    const own = `shared${index}`;
    const started = startedMesh({ own, full: `${subject}.${field}` }, clusters, place);
    const effect = fieldEffect(subject, field);
    const withValue = (value: unknown): object => stated(started, [...at, ...field.split(".")], value);
    return {
      own,
      field: `${subject}.${field}`,
      before: withValue(from),
      after: withValue(to),
      predicted: (from === undefined ? effect?.stated : undefined) ?? effect?.effect,
    };
  });
}

export interface Clusters {
  readonly pulsar: Readonly<Record<"main" | "other", object>>;
  readonly kubernetes: Readonly<Record<"main" | "other", object>>;
}

interface Changed {
  readonly own: string;
  readonly full: string;
}

function startedMesh({ own, full }: Changed, { pulsar, kubernetes }: Clusters, place: SharedPlace): object {
  const keys = (isTwo: boolean): readonly string[] => (isTwo ? [] : ["other"]);
  const mesh = {
    pulsar: stripped(pulsar, keys(["kubernetes.pulsar", "defaults.cluster"].includes(full))),
    kubernetes: stripped(kubernetes, keys(full === "defaults.cluster")),
    defaults: { rollout: { attachment: false, timeoutSeconds: 200 } },
    ...membersOf(own, full.startsWith("defaults.runner.")),
  };
  return besides(place)
    .filter(([start]) => full.startsWith(start))
    .reduce((object: object, [, path, value]) => stated(object, path, value), mesh);
}

/** The one member of a mesh. */
export function membersOf(own: string, isConnector = false): object {
  const input = { topics: [`${own}-in`] };
  if (isConnector) return { sinks: { work: { connector: "builtin://x", input } } };
  const java = { jar: "/pulsar/work.jar" };
  return { functions: { work: { className: "work.Work", java, input, output: { topic: `${own}-out` } } } };
}

const ownToken = [["pulsar", "main", "instanceAuth"], { token: "t" }] as const;

const oauth2 = ({ issuers: [issuerUrl] }: SharedPlace): object => ({
  oauth2: { issuerUrl, credentials: clientCredentials("c") },
});

/** What else has to be stated, and where, for fields that begin so: all that fit. */
const besides = (place: SharedPlace): readonly (readonly [string, readonly string[], unknown])[] => [
  // What Pulumi may use and pods may not.
  ["pulsar.auth.tokenFile", ...ownToken],
  ["pulsar.auth.tokenVariable", ...ownToken],
  ["pulsar.auth.tokenCommand", ...ownToken],
  ["pulsar.auth.headers", ...ownToken],
  ["pulsar.auth.basic", ...ownToken],
  ["pulsar.auth.oauth2", ["pulsar", "main", "auth"], oauth2(place)],
  ["pulsar.auth.tls", ["pulsar", "main", "adminUrl"], "https://127.0.0.1:8443"],
  ["pulsar.auth.tls", ["pulsar", "main", "auth"], { tls: { cert: "c", key: "k" } }],
  ["pulsar.auth.basic", ["pulsar", "main", "auth"], { basic: { username: "u", password: "p" } }],
  ["pulsar.auth.p", ["pulsar", "main", "auth"], { plugin: "P", params: "p" }],
  ["pulsar.instanceAuth.oauth2", ["pulsar", "main", "instanceAuth"], oauth2(place)],
  ["pulsar.instanceAuth.tls", ["pulsar", "main", "instanceAuth"], { tls: { cert: "c", key: "k" } }],
  ["pulsar.instanceAuth.basic", ["pulsar", "main", "instanceAuth"], { basic: { username: "u", password: "p" } }],
  ["pulsar.instanceAuth.p", ["pulsar", "main", "instanceAuth"], { plugin: "P", params: "p" }],
  [
    "defaults.runner.connectorsDirectory",
    ["defaults", "runner"],
    { connectors: { x: { path: "/a", className: "A" } } },
  ],
  // Who makes a namespace may delete it with all that is in it.
  ["kubernetes.createNamespace", ["kubernetes", "main", "namespace"], place.ownKubernetesNamespace],
  // Instances that only seem to run attach to nothing, which is not waited for where there are none.
  ["defaults.rollout.attachment", ["functions", "work", "paused"], true],
];

/** Refused whatever the value is: its effect is none, and cannot be seen. */
export const refusedSharedFields: readonly string[] = [
  "pulsar.auth.plugin",
  "pulsar.auth.params",
  "pulsar.instanceAuth.tokenFile",
  "pulsar.instanceAuth.tokenVariable",
  "pulsar.instanceAuth.tokenCommand",
  "pulsar.instanceAuth.basic.username",
  "pulsar.instanceAuth.basic.password",
  "pulsar.instanceAuth.headers",
];
