import type * as Pulumi from "@pulumi/pulumi";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ReadArguments } from "../schema/read-arguments";
import { sdk } from "./sdk";

/** The resource options a program gave a component, as the engine hands them over. */
export function optionsOf(request: ConstructRequest): Pulumi.ComponentResourceOptions {
  const { DependencyResource, DependencyProviderResource } = sdk();
  const providers: Record<string, Pulumi.ProviderResource> = {};
  for (const [name, reference] of request.getProvidersMap().entries()) {
    providers[name] = new DependencyProviderResource(reference);
  }
  const parent = request.getParent();
  const deletedWith = request.getDeletedwith();
  const timeouts = request.getCustomtimeouts();
  return {
    providers,
    dependsOn: request.getDependenciesList().map((urn) => new DependencyResource(urn)),
    aliases: request.getAliasesList().map(aliasOf),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    ...(parent === "" ? {} : { parent: new DependencyResource(parent) }),
    ...(request.hasProtect() ? { protect: request.getProtect() === true } : {}),
    ...(request.hasRetainondelete() ? { retainOnDelete: request.getRetainondelete() === true } : {}),
    ...(deletedWith === "" ? {} : { deletedWith: new DependencyResource(deletedWith) }),
    ...(timeouts === undefined ? {} : { customTimeouts: timeoutsOf(timeouts) }),
  };
}

/** The engine is told of them together with what arguments come from. */
export function dependsOnOf(request: ConstructRequest, given: ReadArguments["dependencies"]): readonly string[] {
  const ofInputs = [...request.getInputdependenciesMap().entries()].flatMap(([, found]) => found.getUrnsList());
  const ofArguments = new Set([...ofInputs, ...given.flatMap(({ urns }) => urns)]);
  return request.getDependenciesList().filter((urn) => !ofArguments.has(urn));
}

/** `toObject` of the message names the time limit of deletions `pb_delete`. */
const timeoutsOf = (timeouts: ConstructRequest.CustomTimeouts): Pulumi.CustomTimeouts => ({
  ...(timeouts.getCreate() === "" ? {} : { create: timeouts.getCreate() }),
  ...(timeouts.getUpdate() === "" ? {} : { update: timeouts.getUpdate() }),
  ...(timeouts.getDelete() === "" ? {} : { delete: timeouts.getDelete() }),
});

function aliasOf(alias: Alias): string | Pulumi.Alias {
  const specification = alias.hasSpec() ? alias.getSpec() : undefined;
  if (specification === undefined) return alias.getUrn();
  const named = {
    ...(specification.getName() === "" ? {} : { name: specification.getName() }),
    ...(specification.getType() === "" ? {} : { type: specification.getType() }),
    ...(specification.getProject() === "" ? {} : { project: specification.getProject() }),
    ...(specification.getStack() === "" ? {} : { stack: specification.getStack() }),
  };
  if (specification.hasParenturn()) return { ...named, parent: specification.getParenturn() };
  return specification.getNoparent() ? { ...named, parent: sdk().pulumi.rootStackResource } : named;
}
