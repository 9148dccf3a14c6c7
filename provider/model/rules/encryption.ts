import { argumentPath } from "../argument-path";
import type { CryptoSpec } from "../crypto";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM054 */
export const encryption: Rule = {
  code: "FM054",
  severity: "error",
  inManifests: "error",
  title: "Encryption has a class that reads the keys, and keys to encrypt with",
  description:
    "`cryptoConfig` names the class that reads the keys. Where a member writes, it also names at least one key: without one messages would go out in the clear.",
  check: ({ plan }) => plan.members.flatMap(memberFindings),
};

function memberFindings(member: MemberPlan): readonly Finding[] {
  const sources = member.kind === "source" ? {} : (member.spec.input?.sourceSpecs ?? {});
  const output = member.kind === "sink" ? undefined : member.spec.output?.producerConf?.cryptoConfig;
  const outputPath = argumentPath(member.path, "output", "producerConf", "cryptoConfig");
  return [
    ...Object.entries(sources).flatMap(([topic, { cryptoConfig }]) =>
      readerFindings(cryptoConfig, argumentPath(member.path, "input", "sourceSpecs", topic, "cryptoConfig")),
    ),
    ...readerFindings(output, outputPath),
    ...(output !== undefined && isKnown(output.encryptionKeys) && (output.encryptionKeys ?? []).length === 0
      ? [
          {
            path: argumentPath(outputPath, "encryptionKeys"),
            message: "names no key",
            help: "state the names of the keys to encrypt with",
          },
        ]
      : []),
  ];
}

function readerFindings(crypto: CryptoSpec | undefined, path: string): readonly Finding[] {
  const reader: string | undefined = crypto?.cryptoKeyReaderClassName;
  if (crypto === undefined || (reader !== undefined && (!isKnown(reader) || reader !== ""))) return [];
  const help = "state the class that reads the keys, such as org.apache.pulsar.client.impl.DefaultCryptoKeyReader";
  return [{ path: argumentPath(path, "cryptoKeyReaderClassName"), message: "is empty", help }];
}
