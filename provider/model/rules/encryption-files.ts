import { argumentPath } from "../argument-path";
import type { CryptoSpec } from "../crypto";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Settings for encryption, and where they stand. */
export interface StatedCrypto {
  readonly path: string;
  readonly spec: CryptoSpec;
}

/** Keys of one member that would become the same file: Kubernetes refuses two files of one name in a directory. */
export function keyFileFindings(stated: readonly StatedCrypto[]): readonly Finding[] {
  const secrets = stated.flatMap(({ path, spec }) =>
    (isKnown(spec.cryptoSecrets) ? (spec.cryptoSecrets ?? []) : []).map((secret, index) => ({
      ...secret,
      path: argumentPath(path, "cryptoSecrets", index, "asVolume"),
    })),
  );
  const firsts = new Map<string, string>();
  return secrets.flatMap(({ secretName, secretKey, asVolume, path }): readonly Finding[] => {
    if (asVolume === undefined || ![secretName, secretKey, asVolume].every(isKnown)) return [];
    const file = `${asVolume.replace(/\/+$/, "")}/${secretKey}`;
    const first = firsts.get(file) ?? secretName;
    firsts.set(file, first);
    if (first === secretName) return [];
    return [
      {
        path,
        message: `makes ${file} of a key of "${secretName}", and there is one of "${first}" already`,
        help: "give one of them another directory",
      },
    ];
  });
}
