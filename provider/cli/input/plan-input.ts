import type { MeshPlan } from "../../model/plan";
import { planMesh } from "../../model/plan-mesh";
import { planManifests } from "../../model/operator/plan-manifests";
import type { SubscriptionCleanup } from "../../model/operator/subscription-cleanup";
import type { Leaf } from "../../pulumi/schema/read-arguments";
import type { Terminal } from "../terminal";
import type { FileProblem } from "./file-problem";
import type { InputDocument } from "./input-document";
import { isManifest } from "./is-manifest";
import { meshArguments } from "./mesh-arguments";
import { readDocuments } from "./read-documents";

/** A planned mesh, and what its placeholders stand for. */
export interface PlannedPart {
  readonly file: string;
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
    cleanups: parts.flatMap(({ cleanups }) => cleanups),
    problems: withLines([...problems, ...sameNames(meshes), ...parts.flatMap((part) => part.problems)], documents),
  };
}

function planOperatorManifests(documents: readonly InputDocument[], { namespace }: InputOptions): PlannedInput {
  const { plans, problems, cleanups } = planManifests(
    documents.map(({ value }) => value),
    namespace === undefined ? {} : { namespace },
  );
  const fileOf = (index: number) => documents[index] ?? { file: "", line: 1 };
  return {
    parts: plans.map((plan) => ({ file: documents[0]?.file ?? "", plan, leaves: [], isFromManifests: true })),
    cleanups: cleanups.flatMap(({ enabled, ...wanted }) => (enabled ? [wanted] : [])),
    problems: problems.map(({ document, component, ...problem }) => ({
      ...problem,
      file: fileOf(document).file,
      line: fileOf(document).line,
      ...(component === undefined ? {} : { component }),
    })),
  };
}

function planArguments(document: InputDocument, { schema }: Pick<Terminal, "schema">): PlannedInput {
  const { file } = document;
  const { name, spec, leaves, problems } = meshArguments(document, schema());
  // A mesh of the wrong form cannot be planned: the planner relies on it.
  if (problems.length > 0) return { parts: [], cleanups: [], problems };
  const planned = planMesh(name, spec);
  return {
    parts: [{ file, plan: planned.plan, leaves, isFromManifests: false }],
    cleanups: [],
    problems: planned.problems.map((problem) => ({ ...problem, file })),
  };
}

/** The line of a document helps where there are several in its file. */
function withLines(problems: readonly FileProblem[], documents: readonly InputDocument[]): readonly FileProblem[] {
  const counts = new Map<string, number>();
  for (const { file } of documents) counts.set(file, (counts.get(file) ?? 0) + 1);
  return problems.map(({ line, ...problem }) =>
    line === undefined || (counts.get(problem.file) ?? 0) < 2 ? problem : { ...problem, line },
  );
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
        message: "a second mesh begins here, and a mesh is called like its file",
        help: "put each mesh into a file of its own",
      },
    ];
  });
}
