import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { keyFileFindings, type StatedCrypto } from "./encryption-files";
import type { Finding, Rule } from "./rule";

/** FM054 */
export const encryption: Rule = {
  code: "FM054",
  severity: "error",
  inManifests: "error",
  title: "Encryption has a class that reads the keys, and keys to encrypt with",
  description:
    "`cryptoConfig` names the class that reads the keys. Where a member writes, it also names at least one key: without one messages would go out in the clear. No two keys of a member become the same file.",
  check: ({ plan }) => plan.members.flatMap(memberFindings),
};

function memberFindings(member: MemberPlan): readonly Finding[] {
  const output = outputCrypto(member);
  const all = [...inputCrypto(member), ...output];
  return [...all.flatMap(readerFindings), ...output.flatMap(writerFindings), ...keyFileFindings(all)];
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

function readerFindings({ spec, path }: StatedCrypto): readonly Finding[] {
  const reader: string | undefined = spec.cryptoKeyReaderClassName;
  if (reader !== undefined && (!isKnown(reader) || reader !== "")) return [];
  const help = "state the class that reads the keys, such as org.apache.pulsar.client.impl.DefaultCryptoKeyReader";
  return [{ path: argumentPath(path, "cryptoKeyReaderClassName"), message: "is empty", help }];
}

function writerFindings({ spec, path }: StatedCrypto): readonly Finding[] {
  if (!isKnown(spec.encryptionKeys) || (spec.encryptionKeys ?? []).length > 0) return [];
  const help = "state the names of the keys to encrypt with";
  return [{ path: argumentPath(path, "encryptionKeys"), message: "names no key", help }];
}
