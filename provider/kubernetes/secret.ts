import { credentialFiles } from "../model/credential-files";
import { generatedMetadata, namedMetadata } from "./labels";
import type { Secret } from "./manifest";
import { connectionOfPlace, type PlaceObjects } from "./place-objects";

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
 * The member's credential for Pulsar; undefined when it has none. Its name never changes and pods mount it as files, so a new
 * credential reaches running instances and rolls nothing.
 */
export function renderCredentials(target: PlaceObjects): Secret | undefined {
  const stringData = credentialFiles(connectionOfPlace(target), target.member.runtime);
  if (Object.keys(stringData).length === 0) return undefined;
  const metadata = namedMetadata(target, `${target.place.objectName}-credentials`);
  return { apiVersion: "v1", kind: "Secret", metadata, type: "Opaque", stringData };
}
