import type * as Pulumi from "@pulumi/pulumi";
import type { ReadArguments } from "../schema/read-arguments";

/** What a component is built from. */
export interface ComponentRequest {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly preview: boolean;
  readonly arguments: ReadArguments;
  readonly options: Pulumi.ComponentResourceOptions;
  /** URNs of the resources that it comes after for no argument's sake: those of `dependsOn` in its options. */
  readonly dependsOn: readonly string[];
}

/** A component that was built: itself, and what a program sees of it. */
export interface BuiltComponent {
  readonly resource: Pulumi.ComponentResource;
  readonly outputs: Readonly<Record<string, unknown>>;
}
