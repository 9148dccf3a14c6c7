import { jsonText } from "../model/json-text";
import { firstOfEach, joinedLists } from "../model/merged";
import { accessPart } from "./parts/access";
import { archivePart } from "./parts/archive";
import { codePart } from "./parts/code";
import { cryptoPart } from "./parts/crypto";
import { logPart } from "./parts/log";
import { logShipperPart } from "./parts/log-shipper";
import { packagePart } from "./parts/package";
import { scratchPart } from "./parts/scratch";
import type { PlaceObjects } from "./place-objects";
import type { PodPart } from "./pod-part";
import type { ReferencedNames } from "./referenced-names";

/** What each concern adds to a member's pods, in the order in which it appears there. */
const parts: readonly ((target: PlaceObjects, names: ReferencedNames) => PodPart)[] = [
  scratchPart,
  codePart,
  accessPart,
  packagePart,
  archivePart,
  logPart,
  logShipperPart,
  cryptoPart,
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
