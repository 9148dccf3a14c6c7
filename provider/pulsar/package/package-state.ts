import { textRecordOf } from "../resource/decode";
import { stampKey, withoutStamp } from "../resource/ownership";
import { type Properties } from "../resource/resource";
import { type PackageMetadata } from "./package-api";
import { checkPackageArgs, hashKey } from "./package-args";
import { contentAt, hashOfContent } from "./package-content";
import { type PackagePlace, placeOf } from "./package-place";

/** A version as it was found, with the hash of its bytes where that was looked for. */
export interface ActualPackage extends PackageMetadata {
  readonly place: PackagePlace;
  readonly contentHash: string;
}

export const stampIn = ({ properties }: PackageMetadata): string | undefined => properties[stampKey];

const othersProperties = ({ properties }: PackageMetadata): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(withoutStamp(properties)).filter(([key]) => key !== hashKey));

/** A version in our words, with those properties only that are declared: others are not ours. */
export function actualFields(actual: ActualPackage, declared: Properties): Properties {
  const wanted = textRecordOf(declared["properties"]);
  const owned = Object.entries(actual.properties).filter(([key]) => key in wanted);
  return {
    content: contentAt(actual.place.url, actual.contentHash),
    description: actual.description,
    contact: actual.contact,
    properties: Object.fromEntries(owned),
  };
}

/** The same for messages: bytes are told by their hash. */
export const inWords = (fields: Properties): Properties => ({ ...fields, content: hashOfContent(fields["content"]) });

/** An import declares what the broker has. */
export function imported(actual: ActualPackage): Properties {
  const { place } = actual;
  const properties = othersProperties(actual);
  const known = {
    type: place.type,
    tenant: place.tenant,
    namespace: place.pulsarNamespace,
    name: place.name,
    version: place.version,
    content: contentAt(actual.place.url, actual.contentHash),
    description: actual.description,
    contact: actual.contact,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
  return checkPackageArgs(known).inputs;
}

/** What is known of the outputs before anything is sent. */
export const outputsOf = (inputs: Properties, stamp: unknown): Properties => ({
  ...inputs,
  url: placeOf(inputs).url,
  contentHash: hashOfContent(inputs["content"]),
  stamp,
});
