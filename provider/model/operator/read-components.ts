import { argumentPath } from "../argument-path";
import type { Component } from "./component";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import type { OperatorDocument } from "./read-documents";
import { type Metadata, readMetadata } from "./read-metadata";
import { manifestFields, manifestForm, manifestNames } from "./rules/manifest-form";
import { functionShape, sinkShape, sourceShape } from "./shape/component-shapes";
import { readShape, type ShapeFault } from "./shape/read-shape";
import { free, list, object } from "./shape/shape";

export interface ReadComponents {
  readonly components: readonly Component[];
  readonly problems: readonly ManifestProblem[];
}

/** The names of a component, and where they stand. */
type Place = Omit<Component, "kind" | "spec">;

/** Reads the spec of one kind of component. */
type ReadSpec = (spec: unknown, place: Place) => ReadComponents;

const readers: Readonly<Record<Component["kind"], ReadSpec>> = {
  function: (spec, place) => {
    const { value = {}, faults } = readShape(functionShape, spec, formPlace(place));
    return { components: [{ ...place, kind: "function", spec: value }], problems: shapeProblems(faults, place) };
  },
  source: (spec, place) => {
    const { value = {}, faults } = readShape(sourceShape, spec, formPlace(place));
    return { components: [{ ...place, kind: "source", spec: value }], problems: shapeProblems(faults, place) };
  },
  sink: (spec, place) => {
    const { value = {}, faults } = readShape(sinkShape, spec, formPlace(place));
    return { components: [{ ...place, kind: "sink", spec: value }], problems: shapeProblems(faults, place) };
  },
};

const formPlace = ({ path, isEntry }: Place) => ({ path, isStrict: isEntry });

/** What is wrong with the form, told as what rules find. */
export const shapeProblems = (
  faults: readonly ShapeFault[],
  { document, key }: { readonly document: number; readonly key?: string },
): readonly ManifestProblem[] =>
  faults.map((fault) =>
    manifestProblem(fault.kind === "wrong" ? manifestForm : manifestFields, fault, {
      document,
      ...(key === undefined ? {} : { component: key }),
    }),
  );

const kinds = { Function: "function", Source: "source", Sink: "sink" } as const;

/** The component of a Function, Source or Sink. */
export function readComponent(
  manifest: OperatorDocument & { readonly kind: keyof typeof kinds },
  defaultNamespace: string,
): ReadComponents {
  const { metadata, problems } = readMetadata(manifest, defaultNamespace);
  const kind = kinds[manifest.kind];
  const place = placeOf(kind, metadata, {
    componentName: metadata.name,
    ownName: metadata.name,
    path: "spec",
    namePath: "metadata.name",
    document: manifest.document,
    isEntry: false,
  });
  const read = readers[kind](manifest.spec, place);
  const isMissing = manifest.spec === undefined || manifest.spec === null;
  return {
    components: read.components,
    problems: [...problems, ...(isMissing ? [missingSpec(place)] : []), ...read.problems],
  };
}

const missingSpec = ({ document, key }: Place): ManifestProblem =>
  manifestProblem(
    manifestForm,
    { path: "spec", message: "is missing", help: "state what the component does" },
    { document, component: key },
  );

const placeOf = (
  kind: Component["kind"],
  { kubernetesNamespace, labels, annotations }: Metadata,
  names: Omit<Place, "key" | "kubernetesNamespace" | "labels" | "annotations">,
): Place => ({ ...names, key: `${kind}/${names.componentName}`, kubernetesNamespace, labels, annotations });

const meshShape = object({ functions: list(free), sources: list(free), sinks: list(free) });
const entryLists = { source: "sources", function: "functions", sink: "sinks" } as const;
const entryKinds = ["source", "function", "sink"] as const;

/** The components of a FunctionMesh. */
export function readMesh(manifest: OperatorDocument, defaultNamespace: string): ReadComponents {
  const { document } = manifest;
  const { metadata, problems } = readMetadata(manifest, defaultNamespace);
  const { value: mesh = {}, faults } = readShape(meshShape, manifest.spec, { path: "spec", isStrict: true });
  const read = entryKinds.flatMap((kind) =>
    (mesh[entryLists[kind]] ?? []).map((entry, index) => {
      const path = argumentPath("spec", entryLists[kind], index);
      const { name } = entry;
      const namePath = argumentPath(path, "name");
      const ownName = typeof name === "string" ? name : "";
      // An entry without a name is told apart by its place, for the sake of what else is wrong with it.
      const componentName = `${metadata.name}-${ownName === "" ? String(index) : ownName}`;
      const place = placeOf(kind, metadata, { componentName, ownName, path, namePath, document, isEntry: true });
      const { components, problems: faulty } = readers[kind](entry, place);
      return { components, problems: ownName === "" ? [...faulty, missingName(place)] : faulty };
    }),
  );
  return {
    components: read.flatMap((entry) => entry.components),
    problems: [...problems, ...shapeProblems(faults, { document }), ...read.flatMap((entry) => entry.problems)],
  };
}

const missingName = ({ namePath, document, key }: Place): ManifestProblem =>
  manifestProblem(
    manifestNames,
    { path: namePath, message: "is missing", help: "give the entry a name of its own in the mesh" },
    { document, component: key },
  );
