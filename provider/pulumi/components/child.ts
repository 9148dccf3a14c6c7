import type * as Pulumi from "@pulumi/pulumi";
import { outputOf, sdk } from "../construct/sdk";
import type { MeshScope } from "./scope";

export interface Child {
  readonly type: string;
  /** Pulumi name. */
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface ChildOptions {
  readonly parent?: Pulumi.Resource;
  readonly provider?: Pulumi.ProviderResource;
  readonly dependsOn?: readonly Pulumi.Resource[];
  /** Outputs the provider adds to the inputs. */
  readonly outputs?: readonly string[];
  /** Properties that a preview shows no differences of. */
  readonly hideDiffs?: readonly string[];
}

/** Registers a resource of this package as a child of a mesh. The version keeps it on the same provider as its component. */
export function child(
  scope: MeshScope,
  { type, name, properties }: Child,
  options: ChildOptions,
): Pulumi.CustomResource {
  const { Custom } = sdk();
  const outputs = Object.fromEntries((options.outputs ?? []).map((key) => [key, undefined]));
  return new Custom(
    type,
    name,
    { ...outputs, ...properties },
    {
      parent: options.parent ?? scope.mesh,
      version: scope.version,
      ...(options.provider === undefined ? {} : { provider: options.provider }),
      ...(options.dependsOn === undefined ? {} : { dependsOn: [...options.dependsOn] }),
      ...(options.hideDiffs === undefined ? {} : { hideDiffs: [...options.hideDiffs] }),
    },
  );
}

/** An output of a child registered with `outputs`. */
export const outputNamed = (resource: Pulumi.CustomResource, name: string): Pulumi.Output<string> =>
  outputOf(Reflect.get(resource, name)).apply(String);
