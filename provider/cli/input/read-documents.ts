import { readYaml, type YamlFault } from "../../model/yaml-text";
import type { Terminal } from "../terminal";
import { distinctFiles } from "./distinct-files";
import type { FileProblem } from "./file-problem";
import type { InputDocument } from "./input-document";
import { UnreadableFile } from "./unreadable-file";

export interface ReadDocuments {
  readonly documents: readonly InputDocument[];
  readonly problems: readonly FileProblem[];
}

/** All documents of some files, in their order. What is wrong with one file keeps nobody from reading the others. */
export function readDocuments(files: readonly string[], { read }: Pick<Terminal, "read">): ReadDocuments {
  const texts = distinctFiles(files).map((file) => readOne(file, read));
  return {
    documents: texts.flatMap(({ documents }) => documents),
    problems: texts.flatMap(({ problems }) => problems),
  };
}

function readOne(file: string, read: Terminal["read"]): ReadDocuments {
  const text = textOf(file, read);
  if (text instanceof UnreadableFile) return { documents: [], problems: [unreadableProblem(file, text)] };
  const { documents, faults } = readYaml(text);
  const isEmpty = documents.length === 0 && faults.length === 0;
  return {
    documents: documents.map((document) => ({ file, ...document })),
    problems: isEmpty ? [emptyProblem(file)] : faults.map((fault) => faultProblem(file, fault)),
  };
}

function textOf(file: string, read: Terminal["read"]): string | UnreadableFile {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
}

const fileProblem = (file: string, message: string, help: string): FileProblem => ({
  code: "FM083",
  severity: "error",
  file,
  path: file,
  message,
  help,
});

const unreadableProblem = (file: string, { message }: UnreadableFile): FileProblem => ({
  ...fileProblem(file, message, "give a file of YAML or JSON, or - for standard input"),
  isUnreadable: true,
});

const faultProblem = (file: string, { line, column, message }: YamlFault): FileProblem => ({
  ...fileProblem(file, message, "mend the YAML there: it is read as kubectl reads it, and each key once"),
  path: `${file}:${line}:${column}`,
  line,
});

const emptyProblem = (file: string): FileProblem =>
  fileProblem(file, "holds no document", "give operator manifests, or the arguments of a mesh");
