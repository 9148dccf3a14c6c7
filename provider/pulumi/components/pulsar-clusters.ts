import type * as Pulumi from "@pulumi/pulumi";
import { argumentPath } from "../../model/argument-path";
import { toldName } from "../../model/told-name";
import type { PulsarClusterPlan } from "../../model/plan";
import { sdk } from "../construct/sdk";
import type { MeshScope } from "./scope";

/** One provider of this package per Pulsar cluster; never one per member. */
export function registerPulsarClusters(scope: MeshScope): ReadonlyMap<string, Pulumi.ProviderResource> {
  return new Map(scope.plan.pulsarClusters.map((plan) => [plan.key, registerProvider(scope, plan)]));
}

function registerProvider(scope: MeshScope, plan: PulsarClusterPlan): Pulumi.ProviderResource {
  const { pulumi, Provider } = sdk();
  const { adminUrl, auth, tls, limits } = plan.spec;
  // A provider's own arguments are texts on the wire: objects travel as JSON, as the generated SDKs send them.
  const json = (value: object | undefined): Pulumi.Output<string> | undefined =>
    value === undefined ? undefined : pulumi.jsonStringify(scope.placeholders.fill(value));
  return new Provider(
    "function-mesh",
    plan.childName,
    {
      adminUrl: scope.placeholders.text(adminUrl),
      clusterName: nameOf(scope, plan),
      auth: json(auth),
      tls: json(tls),
      limits: json(limits),
    },
    {
      parent: scope.mesh,
      version: scope.version,
      // What the mesh has at the broker goes before whatever its address or credential comes from.
      dependsOn: scope.dependenciesAt(argumentPath("pulsar", plan.key)),
    },
  );
}

function nameOf(scope: MeshScope, cluster: PulsarClusterPlan): Pulumi.Input<string> | undefined {
  const name = toldName(scope.plan, cluster);
  return name === undefined ? undefined : scope.placeholders.text(name);
}
