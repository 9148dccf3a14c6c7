import type { PulsarResource } from "../../pulsar/resource/resource";
import { componentNotImportable } from "../resources/not-importable";
import { resources } from "../resources/registry";
import type { PackageSchema } from "../schema/package-schema";
import { typeOfUrn } from "./requests";

/** The custom resource that a URN is of. An engine asks for a component here only where one is to be imported. */
export function resourceOf(urn: string, schema: PackageSchema): PulsarResource {
  const type = typeOfUrn(urn);
  const resource = resources[type];
  if (resource !== undefined) return resource;
  if (schema.resources[type]?.isComponent === true) throw new Error(componentNotImportable(type));
  throw new Error(`this version of function-mesh has no resource ${type}`);
}
