import type { Component } from "./component";
import { fieldsWithoutEffect } from "./fields-without-effect";

/** A field that the operator calls otherwise than a member here. */
export interface OperatorWord {
  /** Below `spec`; `*` stands for any name. */
  readonly word: string;
  /** Below a member, or with the kind `mesh` from the top. */
  readonly own: string;
  /** Of which kind of member; @default all */
  readonly kind?: Component["kind"] | "mesh";
}

type Authentication = readonly Pick<OperatorWord, "word" | "own">[];

const authentication = (word: string, own: string): Authentication => [
  { word, own },
  { word: `${word}.oauth2Config`, own: `${own}.oauth2` },
  { word: `${word}.oauth2Config.keySecretName`, own: `${own}.oauth2.credentials` },
  { word: `${word}.oauth2Config.keySecretKey`, own: `${own}.oauth2.credentials` },
  { word: `${word}.genericAuth`, own: `${own}.plugin` },
  { word: `${word}.genericAuth.clientAuthenticationPlugin`, own: `${own}.plugin` },
  { word: `${word}.genericAuth.clientAuthenticationParameters`, own: `${own}.params` },
];

const override = (word: "source" | "sink"): readonly OperatorWord[] => [
  { word: `${word}Config`, own: word, kind: "function" },
  { word: `${word}Config.configs`, own: `${word}.config`, kind: "function" },
  { word: `${word}Config.${word}Type`, own: `${word}.connector`, kind: "function" },
  { word: `${word}Config`, own: "config", kind: word },
  { word: `${word}Type`, own: "connector", kind: word },
];

/** What the operator calls otherwise. What stands below a word, and all of its other fields, have the same name here. */
export const operatorWords: readonly OperatorWord[] = [
  { word: "funcConfig", own: "config", kind: "function" },
  ...override("source"),
  ...override("sink"),
  { word: "clusterName", own: "pulsar.clusterName", kind: "mesh" },
  { word: "minReplicas", own: "autoscaling.minReplicas" },
  { word: "maxReplicas", own: "autoscaling.maxReplicas" },
  { word: "pod.builtinAutoscaler", own: "autoscaling.cpu" },
  { word: "pod.autoScalingMetrics", own: "autoscaling.metrics" },
  { word: "pod.autoScalingBehavior", own: "autoscaling.behavior" },
  { word: "pulsar", own: "pulsarCluster" },
  { word: "pulsar.pulsarConfig", own: "pulsarCluster" },
  { word: "pulsar.authSecret", own: "instanceAuth" },
  ...authentication("pulsar.authConfig", "instanceAuth"),
  ...authentication("pulsar.cleanupAuthConfig", "pulsar.auth").map((row) => ({ ...row, kind: "mesh" as const })),
  { word: "pulsar.tlsSecret", own: "instanceTls" },
  { word: "pulsar.tlsConfig", own: "instanceTls" },
  { word: "pulsar.tlsConfig.enabled", own: "instanceTls" },
  { word: "pulsar.tlsConfig.hostnameVerification", own: "instanceTls.verifyHostname" },
  { word: "pulsar.tlsConfig.certSecretName", own: "instanceTls.trustCerts" },
  { word: "pulsar.tlsConfig.certSecretKey", own: "instanceTls.trustCerts" },
  // Whatever it says of that cluster, an entry of `pulsar` says here.
  ...["", ".*", ".*.*", ".*.*.*"].map((below) => ({ word: `pulsarPackageService${below}`, own: "packageCluster" })),
  { word: "input.sourceSpecs.*.serdeClassname", own: "input.sourceSpecs.*.serdeClassName" },
];

/** What a field of the operator's is here. */
export type OwnWords =
  | { readonly kind: "renamed"; readonly words: readonly OperatorWord[] }
  | { readonly kind: "without-effect"; readonly reason: string };

const steps = (path: string): readonly string[] => path.split(".");

const isBeginning = (word: readonly string[], path: readonly string[]): boolean =>
  word.length <= path.length && word.every((step, index) => step === "*" || step === path[index]);

/** What exactly this field below `spec` is here; undefined where the operator has no other word for it. */
export function ownWords(path: string): OwnWords | undefined {
  const asked = steps(path);
  const idle = fieldsWithoutEffect.find(({ field }) => path === field || path.startsWith(`${field}.`));
  const words = operatorWords.filter(({ word }) => word === path);
  if (words.length > 0) return { kind: "renamed", words };
  if (idle !== undefined) return { kind: "without-effect", reason: idle.reason };
  const general = operatorWords.filter(({ word }) => {
    const named = steps(word);
    return named.length === asked.length && isBeginning(named, asked);
  });
  return general.length === 0 ? undefined : { kind: "renamed", words: general };
}

/** What stands below a field that the operator calls otherwise, by the longest such beginning. */
export function ownWordsAbove(path: string): readonly OperatorWord[] {
  const asked = steps(path);
  const above = operatorWords.filter(({ word }) => {
    const named = steps(word);
    // What a mesh has below its own `pulsar` is not the operator's.
    return word !== "pulsar" && named.length < asked.length && isBeginning(named, asked);
  });
  const longest = Math.max(0, ...above.map(({ word }) => steps(word).length));
  const rest = asked.slice(longest);
  return above
    .filter(({ word }) => steps(word).length === longest)
    .map((row) => ({ ...row, own: [row.own, ...rest].join(".") }));
}

/** A path that begins within one of the operator's words, made whole: `tlsConfig.enabled` is `pulsar.tlsConfig.enabled`. */
export function wholeWord(path: string): string | undefined {
  const [first = "", ...rest] = steps(path);
  const word = operatorWords.map((row) => row.word).find((each) => each.endsWith(`.${first}`));
  return word === undefined ? undefined : [word, ...rest].join(".");
}
