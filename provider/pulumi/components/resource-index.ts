import type * as Pulumi from "@pulumi/pulumi";

/** Resources by a key of several parts. */
export class ResourceIndex {
  private readonly resources = new Map<string, Pulumi.Resource[]>();

  add(key: readonly string[], ...resources: readonly Pulumi.Resource[]): void {
    const id = JSON.stringify(key);
    this.resources.set(id, [...(this.resources.get(id) ?? []), ...resources]);
  }

  get(key: readonly string[]): readonly Pulumi.Resource[] {
    return this.resources.get(JSON.stringify(key)) ?? [];
  }
}
