import { credentialFiles } from "../model/access-of-member";
import { generatedMetadata, namedMetadata } from "./labels";
import type { Secret } from "./manifest";
import type { PlaceObjects } from "./place-objects";

/** The member's own secrets; undefined when it has none. Immutable, named anew for each content: a change rolls the pods. */
export function renderSecrets(target: PlaceObjects): Secret | undefined {
  const stringData = target.member.spec.secrets ?? {};
  if (Object.keys(stringData).length === 0) return undefined;
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: generatedMetadata(target),
    type: "Opaque",
    immutable: true,
    stringData,
  };
}

/**
 * The member's credentials for Pulsar; undefined when it has none. Its name never changes and pods mount it as files, so a new
 * credential reaches running instances and rolls nothing. What has no form of a file is a variable: it is read anew when a
 * container is started again, as it is after the old one was refused.
 */
export function renderCredentials(target: PlaceObjects): Secret | undefined {
  const stringData = credentialFiles(target);
  if (Object.keys(stringData).length === 0) return undefined;
  const metadata = namedMetadata(target, `${target.place.objectName}-credentials`);
  return { apiVersion: "v1", kind: "Secret", metadata, type: "Opaque", stringData };
}
