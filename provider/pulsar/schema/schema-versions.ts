import { numberOf } from "../resource/decode";
import { type Properties } from "../resource/resource";

/** What a registration, or a look at the topic, tells of versions. */
export interface SchemaVersions {
  readonly version: number;
  readonly latestVersion: number;
}

/**
 * With the newest version that was registered here: the definition before it may have come back since, and then that version goes
 * with the resource all the same. Numbers below it say that somebody erased the versions, and counting began again.
 */
export function withOwn(versions: SchemaVersions, before: Properties): Properties {
  const { version, latestVersion } = versions;
  const known = ownOf(before) ?? version;
  return { ...versions, latestOwnVersion: known <= latestVersion ? Math.max(known, version) : version };
}

/** What an update that changes nothing at the broker keeps. */
export const versionsOf = (outputs: Properties): Properties => ({
  version: outputs["version"],
  latestVersion: outputs["latestVersion"],
  latestOwnVersion: ownOf(outputs),
});

/** Whether no version is newer than those that were registered here. */
export const isOwnVersion = (newest: number, outputs: Properties): boolean =>
  newest === numberOf(outputs["version"]) || newest === ownOf(outputs);

const ownOf = ({ latestOwnVersion, version }: Properties): number | undefined =>
  numberOf(latestOwnVersion) ?? numberOf(version);
