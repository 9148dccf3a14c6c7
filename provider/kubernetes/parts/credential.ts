import { credentialsDirectory } from "../../model/credential-files";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import type { ReferencedNames } from "../referenced-names";
import { mounted } from "./mounted";

/** The member's credential for Pulsar. */
export function credentialPart(_target: PlaceObjects, { credentials }: ReferencedNames): PodPart {
  if (credentials === undefined) return {};
  // The whole directory: files of a subPath would not follow the Secret when the credential changes.
  const secret = { secretName: credentials, defaultMode: 0o440 };
  return mounted("function-mesh-credentials", { secret }, { mountPath: credentialsDirectory, readOnly: true });
}
