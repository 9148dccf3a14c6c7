import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Generator } from "./generator";
import * as table from "./package";
import { root } from "./root";
import { withSecretContainers } from "./secret-containers";
import {
  type FunctionSpec,
  type NamedTypeSpec,
  type ObjectSpec,
  type PropertySpec,
  type ResourceSpec,
} from "./schema-spec";
import { SchemaTypes } from "./schema-types";
import { readSources } from "./source-program";

/** The package schema, from the interfaces of the arguments and outputs. */
export const schema: Generator = {
  name: "schema",
  owns: ["schema.json"],
  generate: async () => new Map([["schema.json", `${JSON.stringify(packageSchema(), undefined, 2)}\n`]]),
};

/** Reads an interface of the sources. */
interface Read {
  readonly object: (location: table.TypeLocation) => ObjectSpec;
  readonly description: (location: table.TypeLocation) => { readonly description?: string };
}

function packageSchema(): Readonly<Record<string, unknown>> {
  const rows = [...Object.values(table.resources), ...Object.values(table.functions)];
  const locations = [table.providerArguments, ...rows.flatMap((row) => [row.arguments, row.outputs ?? []].flat())];
  const program = readSources(root, [...new Set(locations.map(({ file }) => file))]);
  const types = new SchemaTypes(program, typeToken);
  const read: Read = {
    object: ({ file, type }) => types.objectOf(program.find(file, type)),
    description: ({ file, type }) => types.descriptionOf(program.find(file, type)),
  };
  const providerArguments = read.object(table.providerArguments);
  const resourceSpecs = byToken(table.resources, (row) => resourceSpec(row, read));
  const functions = byToken(table.functions, (row) => functionSpec(row, read));
  const named = types.named();
  if (types.errors.length > 0) throw new Error([...new Set(types.errors)].join("\n"));
  const provider = withSecretContainers(withoutPlain(providerArguments), named);
  const resources = mapValues(resourceSpecs, (spec) => markContainers(spec, named));
  return {
    name: table.packageName,
    ...packageFile(),
    ...table.packageHead,
    config: { variables: provider.properties },
    provider: { description: table.providerDescription, ...inputs(provider) },
    types: named,
    resources,
    functions,
    language: table.languages,
  };
}

function packageFile(): { readonly version: string; readonly description: string } {
  const { version, description }: { version: string; description: string } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return { version, description };
}

/** Modules of the package by the directory that declares their types. */
const modules: readonly (readonly [directory: string, module: string])[] = [
  ["provider/model/kubernetes-types/", "kubernetes"],
  ["provider/pulsar/", "pulsar"],
];

function typeToken(file: string, name: string): string {
  const module = modules.find(([directory]) => file.startsWith(directory))?.[1] ?? "index";
  return `${table.packageName}:${module}:${name}`;
}

const byToken = <Row, Spec>(rows: Readonly<Record<string, Row>>, specOf: (row: Row) => Spec): Record<string, Spec> =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${table.packageName}:${name}`, specOf(row)]));

function resourceSpec(row: table.ResourceRow, read: Read): ResourceSpec {
  const args = read.object(row.arguments);
  const outputs = row.outputs === undefined ? { properties: {} } : read.object(row.outputs);
  const head = read.description(row.arguments);
  return row.isComponent === true
    ? { ...head, isComponent: true, ...outputs, ...inputs(args) }
    : { ...head, ...withArguments(outputs, args), ...inputs(args) };
}

/** The arguments and outputs of a custom resource stand in the state as they are, those of a component do not. */
function markContainers(spec: ResourceSpec, named: Readonly<Record<string, NamedTypeSpec>>): ResourceSpec {
  if (spec.isComponent === true) return spec;
  const inputProperties = withSecretContainers({ properties: spec.inputProperties }, named).properties;
  return { ...withSecretContainers(spec, named), inputProperties };
}

/** A provider decides about no children, so its arguments may be unknown as a whole. */
const withoutPlain = (spec: ObjectSpec): ObjectSpec => ({ ...spec, properties: mapValues(spec.properties, asOutput) });

const mapValues = <In, Out>(record: Readonly<Record<string, In>>, change: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const inputs = ({ properties, required }: ObjectSpec): Pick<ResourceSpec, "inputProperties" | "requiredInputs"> => ({
  inputProperties: properties,
  ...(required === undefined ? {} : { requiredInputs: required }),
});

/** A custom resource shows its arguments as outputs too; an output of the same name says more and wins. */
function withArguments(outputs: ObjectSpec, args: ObjectSpec): ObjectSpec {
  const shown = Object.entries(args.properties).filter(([name]) => outputs.properties[name] === undefined);
  const required = (args.required ?? []).filter((name) => outputs.properties[name] === undefined);
  return {
    properties: {
      ...Object.fromEntries(shown.map(([name, property]) => [name, asOutput(property)])),
      ...outputs.properties,
    },
    required: [...required, ...(outputs.required ?? [])],
  };
}

/** A property without the marks that only concern writing it. */
function asOutput<Spec extends PropertySpec>(spec: Spec): Spec {
  const copy = { ...spec };
  delete copy.plain;
  delete copy.willReplaceOnChanges;
  if (copy.items !== undefined) copy.items = asOutput(copy.items);
  if (copy.additionalProperties !== undefined) copy.additionalProperties = asOutput(copy.additionalProperties);
  return copy;
}

const functionSpec = (row: table.FunctionRow, read: Read): FunctionSpec => ({
  ...read.description(row.arguments),
  inputs: read.object(row.arguments),
  outputs: read.object(row.outputs),
});
