/** The one class of @pulumi/random that a mesh uses, loaded when names are to be unique. */
import type { RandomIdArgs } from "@pulumi/random/randomId";
import type * as Pulumi from "@pulumi/pulumi";

export interface RandomId extends Pulumi.CustomResource {
  readonly hex: Pulumi.Output<string>;
}

interface RandomPackage {
  readonly RandomId: new (name: string, args: RandomIdArgs, options: Pulumi.CustomResourceOptions) => RandomId;
}

let loaded: RandomPackage | undefined;

export function randomPackage(): RandomPackage {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- bundled, but only run on first use
  loaded ??= { RandomId: require("@pulumi/random/randomId").RandomId };
  return loaded;
}
