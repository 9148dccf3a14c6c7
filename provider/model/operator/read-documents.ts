import { nearest } from "../nearest";
import type { Problem } from "../problem";
import { manifestFields, manifestForm } from "./rules/manifest-form";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";

/** The kinds of the operator. */
export const operatorKinds = ["Function", "Source", "Sink", "FunctionMesh", "BackendConfig"] as const;
export type OperatorKind = (typeof operatorKinds)[number];

/** A document of the operator's, not yet looked into. */
export interface OperatorDocument {
  readonly kind: OperatorKind;
  readonly metadata: unknown;
  readonly spec: unknown;
  readonly document: number;
}

export interface ReadDocuments {
  readonly documents: readonly OperatorDocument[];
  readonly problems: readonly ManifestProblem[];
}

const group = "compute.functionmesh.io/";
const version = `${group}v1alpha1`;

/** What manifests of the operator refer to, and what therefore often stands beside them. */
const context = ["ConfigMap", "Secret"];

type Read = OperatorDocument | ManifestProblem | undefined;

/** Sorts documents by whether they are the operator's. The items of a `List` count as documents. */
export function readDocuments(documents: readonly unknown[]): ReadDocuments {
  const read = documents.flatMap((value, document) => itemsOf(value).map((item) => readDocument(item, document)));
  return { documents: read.filter(isDocument), problems: read.filter(isProblem) };
}

const isProblem = (read: Read): read is ManifestProblem => read !== undefined && "code" in read;
const isDocument = (read: Read): read is OperatorDocument => read !== undefined && !isProblem(read);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const itemsOf = (value: unknown): readonly unknown[] =>
  isObject(value) && value["kind"] === "List" && Array.isArray(value["items"]) ? value["items"] : [value];

function readDocument(value: unknown, document: number): Read {
  const wrong = (path: string, message: string, help: string): ManifestProblem =>
    manifestProblem(manifestForm, { path, message, help }, { document });
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) return wrong("", "the document is not an object", "write a manifest with apiVersion and kind");
  const { apiVersion, kind, metadata, spec } = value;
  if (typeof kind !== "string") return wrong("kind", "is missing", `write one of ${operatorKinds.join(", ")}`);
  if (typeof apiVersion !== "string") return wrong("apiVersion", "is missing", `write ${version}`);
  if (!apiVersion.startsWith(group)) return context.includes(kind) ? undefined : leftOut(kind, document);
  if (apiVersion !== version) return wrong("apiVersion", `"${apiVersion}" is not known`, `write ${version}`);
  const known = operatorKinds.find((each) => each === kind);
  if (known === undefined) return wrong("kind", `"${kind}" is not a kind of the operator`, insteadOf(kind));
  return { kind: known, metadata, spec, document };
}

function leftOut(kind: string, document: number): ManifestProblem {
  const help = "apply it by other means";
  const finding: Pick<Problem, "path" | "message" | "help"> = {
    path: "kind",
    message: `"${kind}" is not a kind of the operator and is left out`,
    help,
  };
  return manifestProblem(manifestFields, finding, { document });
}

function insteadOf(kind: string): string {
  const guess = nearest(kind, operatorKinds);
  return guess === undefined ? `write one of ${operatorKinds.join(", ")}` : `did you mean ${guess}?`;
}
