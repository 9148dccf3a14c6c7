import type { ComponentRequest } from "./component";

/** Resources of this package that make tenants and namespaces, or stand in them: whoever uses these may have made them as well. */
const own = /^function-mesh:(?:pulsar:|index:(?:FunctionMesh|Function|Source|Sink)$)/;

/** The same of other packages: what they call a tenant or a namespace of Pulsar. */
const foreign = /pulsar.*(?:tenant|namespace)/i;

/** Who makes the brokers themselves may have made what is in them. */
const brokers = /^pulsar\b.*\.(?:adminUrl|serviceUrl|webServiceUrl)$/;

/** The type in a URN, without those of its parents. */
const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").pop() ?? "";

/** True for a resource that may make a tenant or a namespace of Pulsar, or comes after one. */
export function isOfPulsar(urn: string): boolean {
  const type = typeOf(urn);
  return own.test(type) || foreign.test(type);
}

/**
 * True for a component that is made after what it may need at the broker: by an option, which is stated for such a reason, or by an
 * argument. A kubeconfig or a token comes from other resources in nearly every program, and says nothing of tenants.
 */
export const mayFollowPulsar = ({
  dependsOn,
  arguments: given,
}: Pick<ComponentRequest, "dependsOn" | "arguments">): boolean =>
  dependsOn.length > 0 ||
  given.dependencies.some(({ path, urns }) => urns.some(isOfPulsar) || (urns.length > 0 && brokers.test(path)));
