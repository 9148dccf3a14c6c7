import { isOperatorsPackageLocation, readPackageLocation } from "../package-location";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";
import { type StatedLocation, statedLocations } from "./stated-locations";

/** FM055 */
export const packageLocations: Rule = {
  code: "FM055",
  severity: "error",
  inManifests: "error",
  title: "Packages are downloaded from where packages are",
  description:
    "A package comes from Pulsar's package service (`function://`, `source://` or `sink://` with tenant, namespace, name and version) or from the web (`http://`, `https://`).",
  check: ({ plan }) => plan.members.flatMap((member) => statedLocations(member).flatMap(locationFindings)),
};

function locationFindings({ text, path }: StatedLocation): readonly Finding[] {
  if (!isKnown(text) || readPackageLocation(text) !== undefined) return [];
  return [
    {
      path,
      ...(isOperatorsPackageLocation(text) ? { inManifests: "warning" } : {}),
      message: `"${text}" is not where a package can be downloaded from`,
      help: "write function://<tenant>/<namespace>/<name>@<version> (or source://, sink://), or https://<host>/<path>",
    },
  ];
}
