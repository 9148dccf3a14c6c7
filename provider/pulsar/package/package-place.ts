import { readPackageLocation } from "../../model/package-location";
import { adminPathV3 } from "../admin/request";
import { requiredText } from "../resource/decode";
import { type Properties } from "../resource/resource";

/** One version of a package. */
export interface PackagePlace {
  readonly type: string;
  readonly tenant: string;
  readonly pulsarNamespace: string;
  readonly name: string;
  readonly version: string;
  /** `function://tenant/namespace/name@version`: its id, and where members download it from. */
  readonly url: string;
}

export function placeOf(inputs: Properties): PackagePlace {
  const [type, tenant, pulsarNamespace] = [
    requiredText(inputs, "type"),
    requiredText(inputs, "tenant"),
    requiredText(inputs, "namespace"),
  ];
  const [name, version] = [requiredText(inputs, "name"), requiredText(inputs, "version")];
  const url = `${type}://${tenant}/${pulsarNamespace}/${name}@${version}`;
  return { type, tenant, pulsarNamespace, name, version, url };
}

export function placeOfUrl(url: string): PackagePlace {
  const read = readPackageLocation(url);
  if (read?.kind !== "pulsar" || read.version === undefined) {
    throw new Error(
      `${JSON.stringify(url)} is not the id of a package: write function://tenant/namespace/name@version, or the same with source:// or sink://.`,
    );
  }
  const { type, tenant, pulsarNamespace, name, version } = read;
  return { type, tenant, pulsarNamespace, name, version, url };
}

/** The path of the version, or of what is below it. */
export const versionPath = (place: PackagePlace, ...below: readonly string[]): string =>
  adminPathV3(...packageParts(place), place.version, ...below);

/** The path of the list of versions. */
export const versionsPath = (place: PackagePlace): string => adminPathV3(...packageParts(place));

const packageParts = ({ type, tenant, pulsarNamespace, name }: PackagePlace): readonly string[] => [
  "packages",
  type,
  tenant,
  pulsarNamespace,
  name,
];
