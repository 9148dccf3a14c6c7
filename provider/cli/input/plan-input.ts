import type { MeshPlan } from "../../model/plan";
import type { Component } from "../../model/operator/component";
import { planManifests } from "../../model/operator/plan-manifests";
import type { Problem } from "../../model/problem";
import type { SubscriptionCleanup } from "../../model/operator/subscription-cleanup";
import { planFunctionMesh } from "../../pulumi/components/plan-function-mesh";
import type { Leaf } from "../../pulumi/schema/read-arguments";
import type { Terminal } from "../terminal";
import { type FileProblem, placedIn } from "./file-problem";
import { furtherErrors } from "./further-errors";
import type { InputDocument } from "./input-document";
import { isManifest } from "./is-manifest";
import { meshArguments } from "./mesh-arguments";
import { oldBooleanProblem, toldByWord } from "./old-boolean-problem";
import { readDocuments } from "./read-documents";

/** A planned mesh, and what its placeholders stand for. */
export interface PlannedPart {
  readonly file: string;
  /** Says where in its file a problem of it is. */
  readonly placed: (problem: Problem) => FileProblem;
  readonly plan: MeshPlan;
  readonly leaves: readonly Leaf[];
  /** Topics and subscriptions of operator manifests come to be by being used: nobody makes them. */
  readonly isFromManifests: boolean;
}

/** A clean-up that a manifest asks for. */
export type WantedCleanup = Omit<SubscriptionCleanup, "enabled">;

/** What some files say. */
export interface PlannedInput {
  readonly parts: readonly PlannedPart[];
  /** The components of all operator manifests. */
  readonly components: readonly Component[];
  readonly cleanups: readonly WantedCleanup[];
  /** With an error among them, nothing else is to be used. */
  readonly problems: readonly FileProblem[];
}

/** How files are read, beside what they say. */
export interface InputOptions {
  /** Kubernetes namespace of operator manifests that name none; @default "default" */
  readonly namespace?: string;
}

/** Reads files and plans what they say: all operator manifests together, and each mesh by itself. */
export function planInput(
  files: readonly string[],
  terminal: Pick<Terminal, "read" | "schema">,
  options: InputOptions = {},
): PlannedInput {
  const { documents, problems } = readDocuments(files, terminal);
  const meshes = documents.filter(({ value }) => !isManifest(value));
  const parts = [
    planOperatorManifests(
      documents.filter(({ value }) => isManifest(value)),
      options,
    ),
    ...meshes.map((document) => planArguments(document, terminal)),
  ];
  return {
    parts: parts.flatMap((part) => part.parts),
    components: parts.flatMap(({ components }) => components),
    cleanups: parts.flatMap(({ cleanups }) => cleanups),
    problems: [...problems, ...sameNames(meshes), ...parts.flatMap((part) => part.problems)],
  };
}

function planOperatorManifests(documents: readonly InputDocument[], { namespace }: InputOptions): PlannedInput {
  const { plans, components, problems, cleanups } = planManifests(
    documents.map(({ value }) => value),
    namespace === undefined ? {} : { namespace },
  );
  const file = documents[0]?.file ?? "";
  return {
    parts: plans.map((plan) => ({
      file,
      placed: (problem) => ({ ...problem, file }),
      plan,
      leaves: [],
      isFromManifests: true,
    })),
    components,
    cleanups: cleanups.flatMap(({ enabled, ...wanted }) => (enabled ? [wanted] : [])),
    problems: problems.map(({ document: index, component, ...problem }) => {
      const document = documents[index];
      return {
        ...(document === undefined ? { ...problem, file } : placedIn(document, problem)),
        ...(component === undefined ? {} : { component }),
      };
    }),
  };
}

function planArguments(document: InputDocument, { schema }: Pick<Terminal, "schema">): PlannedInput {
  const { file } = document;
  const { name, spec, leaves, problems, rest } = meshArguments(document, schema());
  const placed = (problem: Problem): FileProblem => placedIn(document, problem);
  // A mesh of the wrong form cannot be planned: the planner relies on it.
  if (problems.length > 0) {
    const further = rest === undefined ? [] : furtherErrors(name, rest, problems);
    const booleans = document.oldBooleans();
    const told = problems.map((problem) => toldByWord(problem, booleans));
    return { parts: [], components: [], cleanups: [], problems: [...told, ...further].map(placed) };
  }
  const planned = planFunctionMesh(name, spec);
  return {
    parts: [{ file, placed, plan: planned.plan, leaves, isFromManifests: false }],
    components: [],
    cleanups: [],
    problems: [...planned.problems, ...document.oldBooleans().map(oldBooleanProblem)].map(placed),
  };
}

/** Each mesh is called like its file, so a file holds at most one. */
function sameNames(meshes: readonly InputDocument[]): readonly FileProblem[] {
  const seen = new Set<string>();
  return meshes.flatMap(({ file, line }) => {
    if (!seen.has(file)) {
      seen.add(file);
      return [];
    }
    return [
      {
        code: "FM083",
        severity: "error",
        file,
        path: `${file}:${line}`,
        line,
        message: "a second mesh begins here, and a mesh is called like its file",
        help: "put each mesh into a file of its own",
      },
    ];
  });
}
