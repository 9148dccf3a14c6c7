import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { StatedCrypto } from "./encryption-files";
import type { Finding } from "./rule";

/** Readers of keys that Pulsar's own client has. None has a constructor for a map, which is what an instance looks for. */
const clientReaders: readonly string[] = [
  "org.apache.pulsar.client.impl.DefaultCryptoKeyReader",
  "org.apache.pulsar.client.api.DummyCryptoKeyReaderImpl",
];

/** The reader that Python's client has, and the settings that it takes, all of them. */
const pythonReader = { name: "pulsar.CryptoKeyReader", settings: ["public_key_path", "private_key_path"] } as const;

const javaHelp =
  "state a class of yours whose public constructor takes `cryptoKeyReaderConfig` as a java.util.Map, such as com.acme.OrderKeys";
const pythonHelp = `state ${pythonReader.name}, with ${pythonReader.settings.join(" and ")} in \`cryptoKeyReaderConfig\`, or <module>.<Class> of yours that takes these settings as named arguments`;

/**
 * The class that reads keys is one that an instance can make. Over one that it cannot, an instance in Java stops; one in Python
 * logs an error, and sends what it should have encrypted in the clear.
 */
export function readerFindings({ runtime }: MemberPlan, { spec, path }: StatedCrypto): readonly Finding[] {
  const reader: string | undefined = spec.cryptoKeyReaderClassName;
  if (reader !== undefined && !isKnown(reader)) return [];
  const isPython = runtime === "python";
  const help = isPython ? pythonHelp : javaHelp;
  const at = argumentPath(path, "cryptoKeyReaderClassName");
  if (reader === undefined || reader === "") return [{ path: at, message: "is empty", help }];
  const fault = isPython ? pythonFault(reader) : javaFault(reader, runtime);
  if (fault !== undefined) return [{ path: at, inManifests: "warning", message: `"${reader}" ${fault}`, help }];
  return isPython && reader === pythonReader.name ? settingsFindings({ spec, path }) : [];
}

const goesOn = "the instance would go on without, and write in the clear";

const pythonFault = (reader: string): string | undefined =>
  clientReaders.includes(reader) || !reader.includes(".")
    ? `is not a class in a module of Python: ${goesOn}`
    : undefined;

const javaFault = (reader: string, runtime: MemberPlan["runtime"]): string | undefined =>
  runtime === "java" && clientReaders.includes(reader)
    ? "has no constructor that takes settings: the instance would stop"
    : undefined;

/** Python's own reader, made with exactly its settings. */
function settingsFindings({ spec, path }: StatedCrypto): readonly Finding[] {
  const config = spec.cryptoKeyReaderConfig ?? {};
  if (!isKnown(config)) return [];
  const { name, settings } = pythonReader;
  const stated = Object.keys(config);
  const isWhole = stated.length === settings.length && settings.every((setting) => stated.includes(setting));
  if (isWhole) return [];
  const message = `has not just ${settings.join(" and ")}, which ${name} takes: ${goesOn}`;
  const help = "state the paths of both keys, and nothing else";
  return [{ path: argumentPath(path, "cryptoKeyReaderConfig"), inManifests: "warning", message, help }];
}
