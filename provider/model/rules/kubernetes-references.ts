import { argumentPath } from "../argument-path";
import type { CryptoSpec } from "../crypto";
import type { ConfigMapKey } from "../log";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { keyReferenceFindings } from "./kubernetes-keys";
import type { Finding } from "./rule";

/** What a member refers to in Kubernetes: secrets, logging configurations, and keys for encryption. */
export function referenceFindings(member: MemberPlan): readonly Finding[] {
  const { path, spec } = member;
  const python = member.kind === "function" ? member.spec.python : undefined;
  // Most members refer to nothing of their own.
  if (spec.secretsMap === undefined && spec.java?.log === undefined && python?.log === undefined && isPlain(member))
    return [];
  return [
    ...secretFindings(spec.secretsMap, argumentPath(path, "secretsMap")),
    ...configFindings(spec.java?.log?.logConfig, argumentPath(path, "java", "log", "logConfig")),
    ...configFindings(python?.log?.logConfig, argumentPath(path, "python", "log", "logConfig")),
    ...cryptosOf(member).flatMap(([crypto, at]) => cryptoFindings(crypto, argumentPath(at, "cryptoSecrets"))),
  ];
}

/** Nothing is said of how topics are read and written, and so nothing of encryption. */
const isPlain = ({ kind, spec }: MemberPlan): boolean =>
  (kind === "source" || spec.input?.sourceSpecs === undefined) &&
  (kind === "sink" || spec.output?.producerConf === undefined);

const secretFindings = (map: MemberPlan["spec"]["secretsMap"], base: string): readonly Finding[] =>
  Object.entries(isKnown(map) ? (map ?? {}) : {}).flatMap(([name, reference]) => {
    if (!isKnown(reference)) return [];
    const { path, key } = reference;
    const at = argumentPath(base, name);
    return keyReferenceFindings({ kind: "Secret", name: path, key, path: at, fields: ["path", "key"] });
  });

function configFindings(reference: ConfigMapKey | undefined, path: string): readonly Finding[] {
  if (reference === undefined || !isKnown(reference)) return [];
  const { name, key } = reference;
  return keyReferenceFindings({ kind: "ConfigMap", name, key, path, fields: ["name", "key"] });
}

function cryptosOf({ kind, path, spec }: MemberPlan): readonly (readonly [CryptoSpec | undefined, string])[] {
  const at = (...steps: readonly string[]): string => argumentPath(path, ...steps);
  const specs = kind === "source" ? {} : (spec.input?.sourceSpecs ?? {});
  return [
    ...Object.entries(specs).map(
      ([topic, { cryptoConfig }]) => [cryptoConfig, at("input", "sourceSpecs", topic, "cryptoConfig")] as const,
    ),
    ...(kind === "sink"
      ? []
      : [[spec.output?.producerConf?.cryptoConfig, at("output", "producerConf", "cryptoConfig")] as const]),
  ];
}

/** Those that become files: without `asVolume` nothing is mounted, and the pod does not wait for the Secret. */
const cryptoFindings = (crypto: CryptoSpec | undefined, base: string): readonly Finding[] =>
  (isKnown(crypto?.cryptoSecrets) ? (crypto?.cryptoSecrets ?? []) : []).flatMap((secret, index) => {
    if (!isKnown(secret) || secret.asVolume === undefined) return [];
    const { secretName: name, secretKey: key } = secret;
    const path = argumentPath(base, index);
    return keyReferenceFindings({ kind: "Secret", name, key, path, fields: ["secretName", "secretKey"] });
  });
