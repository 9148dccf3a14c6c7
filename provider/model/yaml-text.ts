import { type Document, LineCounter, parseAllDocuments, type ScalarTag, stringify, type Tags } from "yaml";
import { errorMessage } from "./error-message";
import { type OldBoolean, oldBooleansIn } from "./yaml-booleans";
import { lineOfField } from "./yaml-line";
import { lostKeyFault, lostKeys } from "./yaml-lost-keys";

/** A document of a YAML text. */
export interface YamlDocument {
  /** Line of the text that it begins in, from 1. */
  readonly line: number;
  readonly value: unknown;
  /** Line that a field stands in, by its path, or the nearest that is there above it. */
  readonly lineOf: (path: string) => number;
  /** Values that are true or false to kubectl alone: to YAML 1.2 they are texts. */
  readonly oldBooleans: () => readonly OldBoolean[];
}

/** Why a text is not YAML, or not YAML that can be kept as it is. */
export interface YamlFault {
  readonly line: number;
  readonly column: number;
  /** One sentence, without a full stop. */
  readonly message: string;
}

export interface YamlText {
  /** Those that hold something, in their order. */
  readonly documents: readonly YamlDocument[];
  /** With a fault among them, the documents are not to be used. */
  readonly faults: readonly YamlFault[];
}

/** Uses of anchors in a document, those within what an anchor names counted again: a few lines must not become gigabytes. */
const maxAliasCount = 100_000;

/** Values that kubectl keeps as the texts they are. */
const keptTexts = ["binary", "omap", "pairs", "set", "timestamp"].map((name) => `tag:yaml.org,2002:${name}`);

const isKeptText = (tag: Tags[number]): boolean =>
  typeof tag === "object" && (keptTexts.includes(tag.tag) || isClockTime(tag));
const isClockTime = (tag: object): boolean => "format" in tag && tag.format === "TIME";

/** YAML as kubectl reads it: 1.1, so that `0644` is a file mode and `yes` is true, but no dates, and keys are always texts. */
const asKubectl = {
  version: "1.1",
  schema: "yaml-1.1",
  stringKeys: true,
  customTags: (tags: Tags): Tags => tags.filter((tag) => !isKeptText(tag)).map((tag) => exactNumber(tag)),
} as const;

/** Whole numbers above 2^53 would silently become others. */
function exactNumber(tag: Tags[number]): Tags[number] {
  if (typeof tag !== "object" || tag.tag !== "tag:yaml.org,2002:int" || tag.collection !== undefined) return tag;
  const resolve: ScalarTag["resolve"] = tag.resolve;
  return {
    ...tag,
    resolve: (...read: Parameters<typeof resolve>) => {
      const [text, fail] = read;
      const value = resolve(...read);
      if (typeof value === "number" && !Number.isSafeInteger(value)) fail(`${text} has too many digits to be kept`);
      return value;
    },
  };
}

/** Reads all documents of a YAML (or JSON) text. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { ...asKubectl, lineCounter: lines, prettyErrors: false });
  const documents: YamlDocument[] = [];
  const faults: YamlFault[] = [];
  for (const document of "empty" in parsed ? [] : parsed) {
    const wrong = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
      ...placeOf(lines, pos[0]),
      message: withoutFullStop(message),
    }));
    const lost = lostKeys(document).map((offset) => ({ ...placeOf(lines, offset), message: lostKeyFault }));
    const found = [...wrong, ...lost];
    const start = placeOf(lines, document.contents?.range?.[0] ?? 0);
    faults.push(...found);
    if (found.length > 0) continue;
    const value = plainValue(document);
    if (typeof value === "string") faults.push({ ...start, message: value });
    else if (value.plain !== null && value.plain !== undefined)
      documents.push({
        line: start.line,
        value: value.plain,
        lineOf: lineOfField(document, lines),
        oldBooleans: () => oldBooleansIn(document.contents),
      });
  }
  return { documents, faults };
}

/** The document's value, or why it has none. */
function plainValue(document: Document.Parsed): { readonly plain: unknown } | string {
  try {
    const plain: unknown = document.toJS({ maxAliasCount });
    return { plain };
  } catch (error) {
    return withoutFullStop(errorMessage(error));
  }
}

function placeOf(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const withoutFullStop = (text: string): string => text.replace(/\.$/, "");

/** Writes documents so that readers of YAML 1.1 and of 1.2 find the same in them. */
export const writeYaml = (documents: readonly unknown[]): string =>
  documents
    .map((document) =>
      stringify(document, {
        version: "1.1",
        schema: "yaml-1.1",
        compat: "core",
        lineWidth: 0,
        aliasDuplicateObjects: false,
      }),
    )
    .join("---\n");
