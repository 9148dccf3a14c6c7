import type * as Pulumi from "@pulumi/pulumi";

/** Resources by a key of several parts, each once. */
export class ResourceIndex {
  private readonly resources = new Map<string, Set<Pulumi.Resource>>();

  add(key: readonly string[], ...resources: readonly Pulumi.Resource[]): void {
    const id = JSON.stringify(key);
    const found = this.resources.get(id) ?? new Set();
    this.resources.set(id, found);
    for (const resource of resources) found.add(resource);
  }

  get(key: readonly string[]): readonly Pulumi.Resource[] {
    return [...(this.resources.get(JSON.stringify(key)) ?? [])];
  }
}
