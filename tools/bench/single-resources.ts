/** A resource as a program registers it. */
export interface Registered {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly string[];
}

interface Exported {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly dependencies?: readonly string[];
}

/** What a stack has, in the order in which it was registered, without what the engine makes itself. */
export const registeredOf = (resources: readonly Exported[]): readonly Registered[] =>
  resources
    .filter(({ type, urn }) => type !== "pulumi:pulumi:Stack" && !urn.includes("::default"))
    .map(({ urn, type, custom = false, parent, provider, inputs = {}, dependencies = [] }) => ({
      urn,
      type,
      name: urn.split("::").pop() ?? "",
      custom,
      ...(parent === undefined ? {} : { parent }),
      ...(provider === undefined ? {} : { provider }),
      inputs: Object.fromEntries(
        Object.entries(inputs)
          .filter(([key]) => !["version", "__internal"].includes(key))
          .map(([key, value]) => [key, inClear(value)]),
      ),
      dependencies,
    }));

/** Values that are secret in a state hold their JSON text. */
function inClear(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inClear);
  if (typeof value !== "object" || value === null) return value;
  if ("plaintext" in value && typeof value.plaintext === "string") return inClear(JSON.parse(value.plaintext));
  // What the kubernetes plugin has chosen a name for is called so from now on.
  const stated = Object.entries(value).filter(([key]) => key !== "pulumi.com/autonamed");
  return Object.fromEntries(stated.map(([key, item]) => [key, inClear(item)]));
}

/** A program that registers the same one by one. */
export const singleProgram = (resources: readonly Registered[]): Readonly<Record<string, string | object>> => ({
  "Pulumi.yaml": { name: "bench", runtime: "nodejs", main: "index.js" },
  "package.json": { name: "bench", main: "index.js" },
  "resources.json": resources,
  "index.js": `const pulumi = require("@pulumi/pulumi");

const made = new Map();
for (const { urn, type, name, custom, parent, provider, inputs, dependencies } of require("./resources.json")) {
  const options = {
    parent: made.get(parent),
    provider: made.get((provider || "").split("::").slice(0, -1).join("::")),
    dependsOn: dependencies.flatMap((each) => made.get(each) || []),
  };
  const [, , kind] = type.split(":");
  const resource = type.startsWith("pulumi:providers:")
    ? new pulumi.ProviderResource(kind, name, inputs, { ...options, provider: undefined })
    : custom
      ? new pulumi.CustomResource(type, name, inputs, options)
      : new pulumi.ComponentResource(type, name, {}, { parent: options.parent });
  made.set(urn, resource);
}
`,
});
