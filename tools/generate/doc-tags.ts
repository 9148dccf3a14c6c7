import ts from "typescript";

/** What the doc comment of a property says. */
export interface DocTags {
  /** The text, with the sentences that `@default` and `@example` stand for. */
  readonly description: string;
  readonly integer: boolean;
  readonly secret: boolean;
  /** `all`: the value and what it holds is plain; `container`: the keys or the length are, the values are not. */
  readonly plain: "no" | "container" | "all";
  readonly replace: boolean;
  readonly hidden: boolean;
  readonly deprecated?: string;
}

const knownTags = ["default", "example", "integer", "secret", "plain", "replace", "hidden", "deprecated"] as const;
type KnownTag = (typeof knownTags)[number];

const plainWords: Readonly<Record<string, DocTags["plain"]>> = { "": "all", list: "container", keys: "container" };

/** Reads the doc comment of a declaration; what is wrong with it goes to `fail`. */
export function readDoc(declaration: ts.Node, fail: (message: string) => void): DocTags {
  const tags = readTags(declaration, fail);
  const plainWord = tags.get("plain") ?? "";
  const plain = tags.has("plain") ? plainWords[plainWord] : "no";
  if (plain === undefined) fail(`@plain ${plainWord} is not known: write @plain, @plain list or @plain keys`);
  const deprecated = tags.get("deprecated");
  return {
    description: describe(docText(declaration), tags),
    integer: tags.has("integer"),
    secret: tags.has("secret"),
    plain: plain ?? "no",
    replace: tags.has("replace"),
    hidden: tags.has("hidden"),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

function readTags(declaration: ts.Node, fail: (message: string) => void): ReadonlyMap<KnownTag, string> {
  const tags = new Map<KnownTag, string>();
  for (const tag of ts.getJSDocTags(declaration)) {
    const name = knownTags.find((known) => known === tag.tagName.text);
    if (name === undefined) fail(`@${tag.tagName.text} is not known: ${knownTags.map((tag) => `@${tag}`).join(", ")}`);
    else tags.set(name, (ts.getTextOfJSDocComment(tag.comment) ?? "").trim());
  }
  return tags;
}

/** The text of a doc comment before its tags; lines of a paragraph are joined. */
function docText(declaration: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).at(-1)?.comment;
  const paragraphs = (ts.getTextOfJSDocComment(comment) ?? "").trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ")).join("\n\n");
}

function describe(text: string, tags: ReadonlyMap<KnownTag, string>): string {
  const sentences = [text];
  const byDefault = tags.get("default");
  if (byDefault !== undefined) sentences.push(`Defaults to ${withFullStop(byDefault.replace(/\s*\n\s*/g, " "))}`);
  const example = tags.get("example");
  if (example !== undefined && example.includes("\n")) return `${sentences.join(" ")}\n\n\`\`\`\n${example}\n\`\`\``;
  if (example !== undefined) sentences.push(`For example ${example.includes("`") ? example : `\`${example}\``}.`);
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

const withFullStop = (text: string): string => (text.endsWith(".") ? text : `${text}.`);
