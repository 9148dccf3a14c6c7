/**
 * The parts of the Pulumi SDK that building components needs and its typings leave out. They are touched here and nowhere
 * else; tests/unit/pulumi/construct/sdk.test.ts fails when a new version of the SDK lacks one. Loading the SDK takes most of a
 * second, so it is loaded when the first component is built, not when the plugin starts.
 */
import type * as Pulumi from "@pulumi/pulumi";

interface Settings {
  resetOptions(
    project: string,
    stack: string,
    parallel: number,
    engine: string,
    monitor: string,
    preview: boolean,
    organization: string,
  ): void;
  awaitFeatureSupport(): Promise<void>;
  waitForRPCs(): Promise<void>;
}

interface Configuration {
  setAllConfig(configuration: Readonly<Record<string, string>>, secretKeys: readonly string[]): void;
}

interface State {
  withLocalStorage<T>(run: () => Promise<T>): Promise<T>;
}

type OutputConstructor = new (
  resources: readonly Pulumi.Resource[],
  value: Promise<unknown>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  allResources: Promise<readonly Pulumi.Resource[]>,
) => Pulumi.Output<unknown>;

type CustomConstructor = new (
  type: string,
  name: string,
  properties: Pulumi.Inputs,
  options: Pulumi.CustomResourceOptions,
) => Pulumi.CustomResource;

type ProviderConstructor = new (
  packageName: string,
  name: string,
  properties: Pulumi.Inputs,
  options: Pulumi.ResourceOptions,
) => Pulumi.ProviderResource;

/** A component whose outputs are registered from outside of its class. */
export interface Component extends Pulumi.ComponentResource {
  finish(outputs: Pulumi.Inputs): void;
}

type ComponentConstructor = new (
  type: string,
  name: string,
  properties: Pulumi.Inputs,
  options: Pulumi.ComponentResourceOptions,
) => Component;

export interface Sdk {
  readonly pulumi: typeof Pulumi;
  readonly Custom: CustomConstructor;
  readonly Provider: ProviderConstructor;
  readonly Component: ComponentConstructor;
  readonly settings: Settings;
  readonly configuration: Configuration;
  readonly state: State;
  readonly Output: OutputConstructor;
  readonly DependencyResource: new (urn: string) => Pulumi.Resource;
  readonly DependencyProviderResource: new (reference: string) => Pulumi.ProviderResource;
  serialize(label: string, properties: Readonly<Record<string, unknown>>): Promise<SerializedProperties>;
}

export type SerializedProperties = readonly [
  Readonly<Record<string, unknown>>,
  ReadonlyMap<string, ReadonlySet<Pulumi.Resource>>,
];

let loaded: Sdk | undefined;

/* eslint-disable @typescript-eslint/no-require-imports -- bundled, but only run on first use */
export function sdk(): Sdk {
  if (loaded !== undefined) return loaded;
  const pulumi = require("@pulumi/pulumi");
  // The SDK's own classes are abstract in its typings.
  const Component = class extends pulumi.ComponentResource {
    finish(outputs: Pulumi.Inputs): void {
      this.registerOutputs(outputs);
    }
  };
  loaded = {
    pulumi,
    Custom: pulumi.CustomResource,
    Provider: pulumi.ProviderResource,
    Component: Component as unknown as ComponentConstructor,
    settings: require("@pulumi/pulumi/runtime/settings"),
    configuration: require("@pulumi/pulumi/runtime/config"),
    state: require("@pulumi/pulumi/runtime/state"),
    Output: pulumi.Output,
    DependencyResource: pulumi.DependencyResource,
    DependencyProviderResource: pulumi.DependencyProviderResource,
    serialize: pulumi.runtime.serializeResourceProperties,
  };
  return loaded;
}
/* eslint-enable @typescript-eslint/no-require-imports */

/** An output of any value, which may hold outputs itself. */
export const outputOf = (value: unknown): Pulumi.Output<unknown> => {
  const output: (value: unknown) => Pulumi.Output<unknown> = sdk().pulumi.output;
  return output(value);
};

/** An output whose value nobody knows before the update. */
export const unknownText = (): Pulumi.Output<string> =>
  new (sdk().Output)(
    [],
    Promise.resolve(undefined),
    Promise.resolve(false),
    Promise.resolve(false),
    Promise.resolve([]),
  ).apply(String);
