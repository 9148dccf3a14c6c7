import { literalArgument, variableArgument } from "../literal-argument";

/** What a shell makes an argument of. */
export interface ShellWord {
  /** As Kubernetes takes it. */
  readonly argument: string;
  /** The variables that it refers to. */
  readonly variables: readonly string[];
  /** What only a shell can work out, and stands there as it is: programs, and changed values. */
  readonly programs: readonly string[];
}

const blank = /(?<blank>\s+)/;
const single = /'(?<text>[^']*)'/;
const double = /"(?<quoted>(?:\\[^]|[^"\\])*)"/;
const escaped = /\\(?<escaped>[^])/;
const escapedInQuotes = /\\(?<escaped>[$`"\\])/;
const variable = /\$(?<name>[A-Za-z_]\w*)|\$\{(?<braced>[A-Za-z_]\w*)\}/;
const program = /(?<program>`[^`]*`|\$\([^)]*\)|\$\{[^}]*\})/;

const firstOf = (...expressions: readonly RegExp[]): RegExp =>
  new RegExp([...expressions, /[^]/].map(({ source }) => source).join("|"), "g");

const outside = firstOf(blank, escaped, single, double, variable, program);
const inQuotes = firstOf(escapedInQuotes, variable, program);

const empty: ShellWord = { argument: "", variables: [], programs: [] };

/** Cuts a line into words as a shell does: at blanks that are not quoted. Variables become Kubernetes' own. */
export function shellWords(line: string): readonly ShellWord[] {
  const words: ShellWord[] = [];
  let isBetween = true;
  for (const match of line.matchAll(outside)) {
    const isBlank = match.groups?.["blank"] !== undefined;
    if (!isBlank) words.push(joined([isBetween ? empty : (words.pop() ?? empty), pieceOf(match)]));
    isBetween = isBlank;
  }
  return words;
}

function pieceOf({ 0: all, groups = {} }: RegExpMatchArray): ShellWord {
  const name = groups["name"] ?? groups["braced"];
  if (name !== undefined) return { ...empty, argument: variableArgument(name), variables: [name] };
  const quoted = groups["quoted"];
  if (quoted !== undefined) return joined([...quoted.matchAll(inQuotes)].map(pieceOf));
  const argument = literalArgument(groups["escaped"] ?? groups["text"] ?? all);
  return groups["program"] === undefined ? { ...empty, argument } : { ...empty, argument, programs: [all] };
}

const joined = (pieces: readonly ShellWord[]): ShellWord => ({
  argument: pieces.map(({ argument }) => argument).join(""),
  variables: pieces.flatMap(({ variables }) => variables),
  programs: pieces.flatMap(({ programs }) => programs),
});
