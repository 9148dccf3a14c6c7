import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** Stands for the compiler's own library: the few types that arguments are written with. Thousands of lines less to read. */
const library = `
  interface Array<T> { [index: number]: T } interface ReadonlyArray<T> { readonly [index: number]: T }
  interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
  interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
  type Partial<T> = { [P in keyof T]?: T[P] };
  type Readonly<T> = { readonly [P in keyof T]: T[P] };
  type Pick<T, K extends keyof T> = { [P in K]: T[P] };
  type Exclude<T, U> = T extends U ? never : T;
  type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
  type Record<K extends keyof any, T> = { [P in K]: T };`;
const libraryName = "/library.d.ts";

export type NamedDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** TypeScript files as the compiler understands them. */
export interface SourceProgram {
  readonly checker: ts.TypeChecker;
  /** An exported interface or type alias. */
  readonly find: (file: string, name: string) => NamedDeclaration;
  /** What a name in the sources stands for, when that is an interface or a type alias. */
  readonly declarationOf: (name: ts.EntityName) => NamedDeclaration | undefined;
  /** The path of a declaration's file, from the directory the program was read in. */
  readonly fileOf: (node: ts.Node) => string;
}

/** Reads TypeScript files and what they import by a relative path; other packages are left unread. */
export function readSources(directory: string, files: readonly string[]): SourceProgram {
  const options: ts.CompilerOptions = { noLib: true, strict: true, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options, true);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion) =>
    name === libraryName ? ts.createSourceFile(name, library, languageVersion, true) : readFile(name, languageVersion);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => ({ resolvedModule: resolveRelative(text, from) }));
  const roots = [libraryName, ...files.map((file) => join(directory, file))];
  const program = ts.createProgram({ rootNames: roots, options, host });
  const checker = program.getTypeChecker();
  return {
    checker,
    declarationOf: (name) => {
      const symbol = checker.getSymbolAtLocation(name);
      const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.declarations?.find(isNamedDeclaration);
    },
    fileOf: (node) => relative(directory, node.getSourceFile().fileName),
    find: (file, name) => {
      const statements = [...(program.getSourceFile(join(directory, file))?.statements ?? [])];
      const found = statements.filter(isNamedDeclaration).find((statement) => statement.name.text === name);
      if (found === undefined) throw new Error(`${file} does not declare the type ${name}`);
      return found;
    },
  };
}

const isNamedDeclaration = (node: ts.Node): node is NamedDeclaration =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

function resolveRelative(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const base = join(dirname(from), specifier);
  const file = [`${base}.ts`, join(base, "index.ts")].find((candidate) => existsSync(candidate));
  return file === undefined ? undefined : { resolvedFileName: file, extension: ts.Extension.Ts };
}
