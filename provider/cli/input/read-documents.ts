import { readYaml, type YamlFault } from "../../model/yaml-text";
import type { Terminal } from "../terminal";
import type { FileProblem } from "./file-problem";
import type { InputDocument } from "./input-document";

export interface ReadDocuments {
  readonly documents: readonly InputDocument[];
  readonly problems: readonly FileProblem[];
}

/** All documents of some files, in their order. */
export function readDocuments(files: readonly string[], { read }: Pick<Terminal, "read">): ReadDocuments {
  const texts = files.map((file) => ({ file, ...readYaml(read(file)) }));
  return {
    documents: texts.flatMap(({ file, documents }) => documents.map((document) => ({ file, ...document }))),
    problems: texts.flatMap(({ file, documents, faults }) => {
      if (faults.length > 0) return faults.map((fault) => faultProblem(file, fault));
      return documents.length === 0 ? [emptyProblem(file)] : [];
    }),
  };
}

const faultProblem = (file: string, { line, column, message }: YamlFault): FileProblem => ({
  code: "FM083",
  severity: "error",
  file,
  path: `${file}:${line}:${column}`,
  message,
  help: "mend the YAML there: it is read as kubectl reads it, and each key once",
});

const emptyProblem = (file: string): FileProblem => ({
  code: "FM083",
  severity: "error",
  file,
  path: file,
  message: "holds no document",
  help: "give operator manifests, or the arguments of a mesh",
});
