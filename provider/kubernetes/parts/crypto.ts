import { keyDirectories } from "../../model/key-directories";
import { keyVolume } from "../../model/own-volumes";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";

/** The keys that messages are encrypted with: of each directory one volume, whatever Secrets its files come from. */
export function cryptoPart({ member }: PlaceObjects): PodPart {
  const volumes = keyDirectories(member).map(({ path, secrets }, index) => ({
    name: keyVolume(index),
    path,
    sources: secrets.map(({ secretName, secretKey }) => ({
      secret: { name: secretName, items: [{ key: secretKey, path: secretKey }] },
    })),
  }));
  return {
    volumes: volumes.map(({ name, sources }) => ({ name, projected: { defaultMode: 0o440, sources } })),
    mounts: volumes.map(({ name, path }) => ({ name, mountPath: path, readOnly: true })),
  };
}
