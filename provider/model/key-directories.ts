import type { CryptoSecretSpec, CryptoSpec } from "./crypto";
import { mountDirectory } from "./mount-directory";
import type { MemberPlan } from "./plan";

/** A directory with keys for encryption, and the Secrets that its files come from. */
export interface KeyDirectory {
  /** As the arguments spell it first. */
  readonly path: string;
  /** Each once: several topics may be read with the same keys. */
  readonly secrets: readonly CryptoSecretSpec[];
}

/** The directories of the keys that a member's messages are encrypted with. */
export function keyDirectories(member: MemberPlan): readonly KeyDirectory[] {
  const found = new Map<string, { readonly path: string; readonly secrets: Map<string, CryptoSecretSpec> }>();
  for (const secret of cryptoSpecs(member).flatMap(({ cryptoSecrets = [] }) => cryptoSecrets)) {
    const { asVolume, secretName, secretKey } = secret;
    if (asVolume === undefined) continue;
    const directory = mountDirectory(asVolume);
    const { path, secrets } = found.get(directory) ?? { path: asVolume, secrets: new Map<string, CryptoSecretSpec>() };
    found.set(directory, { path, secrets: secrets.set(`${secretName}/${secretKey}`, secret) });
  }
  return [...found.values()].map(({ path, secrets }) => ({ path, secrets: [...secrets.values()] }));
}

function cryptoSpecs(member: MemberPlan): readonly CryptoSpec[] {
  const input = member.kind === "source" ? undefined : member.spec.input;
  const output = member.kind === "sink" ? undefined : member.spec.output;
  const ofInputs = Object.values(input?.sourceSpecs ?? {}).map(({ cryptoConfig }) => cryptoConfig);
  return [...ofInputs, output?.producerConf?.cryptoConfig].filter((spec) => spec !== undefined);
}
