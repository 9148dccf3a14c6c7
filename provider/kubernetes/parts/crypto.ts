import type { CryptoSecretSpec, CryptoSpec } from "../../model/crypto";
import type { MemberPlan } from "../../model/plan";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";

/** The keys that messages are encrypted with: of each directory one volume, whatever Secrets its files come from. */
export function cryptoPart({ member }: PlaceObjects): PodPart {
  const volumes = [...byDirectory(cryptoSpecs(member))].map(([directory, secrets], index) => ({
    name: `function-mesh-crypto-${index}`,
    directory,
    sources: secrets.map(({ secretName, secretKey }) => ({
      secret: { name: secretName, items: [{ key: secretKey, path: secretKey }] },
    })),
  }));
  return {
    volumes: volumes.map(({ name, sources }) => ({ name, projected: { defaultMode: 0o440, sources } })),
    mounts: volumes.map(({ name, directory }) => ({ name, mountPath: directory, readOnly: true })),
  };
}

function cryptoSpecs(member: MemberPlan): readonly CryptoSpec[] {
  const input = member.kind === "source" ? undefined : member.spec.input;
  const output = member.kind === "sink" ? undefined : member.spec.output;
  const ofInputs = Object.values(input?.sourceSpecs ?? {}).map(({ cryptoConfig }) => cryptoConfig);
  return [...ofInputs, output?.producerConf?.cryptoConfig].filter((spec) => spec !== undefined);
}

/** The secrets of each directory, each once: several topics may be read with the same keys. */
function byDirectory(specs: readonly CryptoSpec[]): ReadonlyMap<string, readonly CryptoSecretSpec[]> {
  const found = new Map<string, Map<string, CryptoSecretSpec>>();
  for (const secret of specs.flatMap(({ cryptoSecrets = [] }) => cryptoSecrets)) {
    if (secret.asVolume === undefined) continue;
    const secrets = found.get(secret.asVolume) ?? new Map<string, CryptoSecretSpec>();
    found.set(secret.asVolume, secrets.set(`${secret.secretName}/${secret.secretKey}`, secret));
  }
  return new Map([...found].map(([directory, secrets]) => [directory, [...secrets.values()]]));
}
