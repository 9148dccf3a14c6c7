import type * as Pulumi from "@pulumi/pulumi";
import type { ComponentRequest } from "./component";

/** The kubernetes provider in a component's options. */
export function givenKubernetes({ options }: ComponentRequest): Pulumi.ProviderResource | undefined {
  const { providers } = options;
  return Array.isArray(providers) || providers === undefined ? undefined : providers["kubernetes"];
}
