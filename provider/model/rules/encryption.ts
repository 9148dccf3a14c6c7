import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { keyFileFindings, type StatedCrypto } from "./encryption-files";
import { readerFindings } from "./encryption-readers";
import type { Finding, Rule } from "./rule";

/** FM054 */
export const encryption: Rule = {
  code: "FM054",
  severity: "error",
  inManifests: "error",
  title: "Encryption has a class that reads the keys, and keys to encrypt with",
  description:
    "`cryptoConfig` names the class that reads the keys: one that the instance can make from `cryptoKeyReaderConfig`, which Pulsar's own client has for Python only. Where a member writes, it also names at least one key: without one messages would go out in the clear. A producer that cannot encrypt can fail or send, a consumer that cannot decrypt fail, discard or consume. No two keys of a member become the same file.",
  check: ({ plan }) => plan.members.flatMap(memberFindings),
};

function memberFindings(member: MemberPlan): readonly Finding[] {
  const output = outputCrypto(member);
  const all = [...inputCrypto(member), ...output];
  return [
    ...all.flatMap((crypto) => [...readerFindings(member, crypto), ...actionFindings(crypto)]),
    ...output.flatMap(writerFindings),
    ...keyFileFindings(all),
  ];
}

const inputCrypto = (member: MemberPlan): readonly StatedCrypto[] =>
  Object.entries(member.kind === "source" ? {} : (member.spec.input?.sourceSpecs ?? {})).flatMap(
    ([topic, { cryptoConfig: spec }]) =>
      spec === undefined
        ? []
        : [{ spec, path: argumentPath(member.path, "input", "sourceSpecs", topic, "cryptoConfig") }],
  );

function outputCrypto(member: MemberPlan): readonly StatedCrypto[] {
  const spec = member.kind === "sink" ? undefined : member.spec.output?.producerConf?.cryptoConfig;
  if (spec === undefined) return [];
  return [{ spec, path: argumentPath(member.path, "output", "producerConf", "cryptoConfig") }];
}

/** What the client of a producer or a consumer can do at all. */
const actions = {
  producerCryptoFailureAction: ["FAIL", "SEND"],
  consumerCryptoFailureAction: ["FAIL", "DISCARD", "CONSUME"],
} as const;

const actionFindings = ({ spec, path }: StatedCrypto): readonly Finding[] =>
  (["producerCryptoFailureAction", "consumerCryptoFailureAction"] as const).flatMap((field): readonly Finding[] => {
    const [action, known] = [spec[field], actions[field]];
    if (action === undefined || !isKnown(action) || known.some((one) => one === action)) return [];
    const message = `is ${action}, over which the instance would stop`;
    return [
      { path: argumentPath(path, field), inManifests: "warning", message, help: `write one of ${known.join(", ")}` },
    ];
  });

function writerFindings({ spec, path }: StatedCrypto): readonly Finding[] {
  if (!isKnown(spec.encryptionKeys) || (spec.encryptionKeys ?? []).length > 0) return [];
  const help = "state the names of the keys to encrypt with";
  return [{ path: argumentPath(path, "encryptionKeys"), message: "names no key", help }];
}
