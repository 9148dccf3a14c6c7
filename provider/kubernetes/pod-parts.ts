import { jsonText } from "../model/json-text";
import { firstOfEach, joinedLists } from "../model/merged";
import { codePart } from "./parts/code";
import { credentialPart } from "./parts/credential";
import { scratchPart } from "./parts/scratch";
import type { PlaceObjects } from "./place-objects";
import type { PodPart } from "./pod-part";
import type { ReferencedNames } from "./referenced-names";

/** What each concern adds to a member's pods, in the order in which it appears there. */
const parts: readonly ((target: PlaceObjects, names: ReferencedNames) => PodPart)[] = [
  scratchPart,
  codePart,
  credentialPart,
];

/** All of them in one. */
export const podParts = (target: PlaceObjects, names: ReferencedNames): Required<PodPart> =>
  mergedParts(parts.map((part) => part(target, names)));

/** What two parts both need, such as the volume with a credential, is there once. */
export const mergedParts = (added: readonly PodPart[]): Required<PodPart> => ({
  env: firstOfEach(joinedLists(...added.map(({ env }) => env)), ({ name }) => name),
  envFrom: firstOfEach(joinedLists(...added.map(({ envFrom }) => envFrom)), jsonText),
  volumes: firstOfEach(joinedLists(...added.map(({ volumes }) => volumes)), ({ name }) => name),
  mounts: firstOfEach(joinedLists(...added.map(({ mounts }) => mounts)), ({ mountPath }) => mountPath),
  initContainers: firstOfEach(joinedLists(...added.map((part) => part.initContainers)), ({ name }) => name),
  sidecars: firstOfEach(joinedLists(...added.map(({ sidecars }) => sidecars)), ({ name }) => name),
});
