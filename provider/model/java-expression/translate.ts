import { readClass } from "./character-class";
import { Cursor, ForeignSyntax, MalformedSyntax } from "./cursor";
import { literal, otherCase, readEscape } from "./escapes";

/** An expression of Java's in JavaScript's dialect. */
export type Translation =
  | { readonly kind: "translated"; readonly source: string }
  | { readonly kind: "foreign" }
  | { readonly kind: "malformed"; readonly reason: string };

/**
 * Translates what Java's dialect has beyond JavaScript's: quotations, flags within the expression, possessive quantifiers, atomic
 * groups and POSIX classes. Untranslated, some would be refused and others, such as `[a-z&&[^x]]`, mean something else.
 */
export function translateJavaExpression(text: string): Translation {
  try {
    return { kind: "translated", source: new Translator(withoutQuotations(text)).translate() };
  } catch (error) {
    if (error instanceof ForeignSyntax) return { kind: "foreign" };
    if (error instanceof MalformedSyntax) return { kind: "malformed", reason: error.message };
    throw error;
  }
}

/** Java takes quotations apart before anything else: a quantifier behind one is that of its last character. */
const withoutQuotations = (text: string): string =>
  text.replace(/\\Q([\s\S]*?)(?:\\E|$)|\\[\s\S]/g, (piece: string, quoted: string | undefined) =>
    quoted === undefined ? piece : quoted.replace(/[^A-Za-z0-9]/g, "\\$&"),
  );

class Translator {
  private readonly cursor: Cursor;
  private ignoreCase = false;
  private added = 0;

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  translate(): string {
    const source = this.alternatives();
    if (!this.cursor.isAtEnd) throw new MalformedSyntax("a ) ends no group");
    return source;
  }

  /** Up to the end of the group; flags set within it end with it. */
  private alternatives(): string {
    const before = this.ignoreCase;
    let source = "";
    while (!this.cursor.isAtEnd && !this.cursor.isAt(")")) source += this.cursor.skip("|") ? "|" : this.quantified();
    this.ignoreCase = before;
    return source;
  }

  private quantified(): string {
    const atom = this.atom();
    const quantifier = this.cursor.take(/[*+?]|\{\d+(?:,\d*)?\}/y)?.[0];
    if (quantifier === undefined) return atom;
    const isPossessive = this.cursor.skip("+");
    const isLazy = !isPossessive && this.cursor.skip("?");
    // Java lets flags be repeated, which stand for nothing here.
    if (atom === "") return "";
    // Nor is it bothered by places, such as the beginning, that are to be there several times.
    const repeated = `${isPlace(atom) ? `(?:${atom})` : atom}${quantifier}`;
    return isPossessive ? this.atomic(repeated) : `${repeated}${isLazy ? "?" : ""}`;
  }

  /** What has matched is not tried otherwise: a look ahead keeps what it found. */
  private atomic(source: string): string {
    const name = `added${++this.added}`;
    return `(?:(?=(?<${name}>${source}))\\k<${name}>)`;
  }

  private atom(): string {
    const { cursor } = this;
    if (cursor.skip("(")) return this.group();
    if (cursor.skip("[")) return readClass(cursor, this.ignoreCase);
    if (cursor.skip("\\")) return this.escape();
    const plain = cursor.take(/[.^$]/y)?.[0];
    if (plain !== undefined) return plain;
    const stray = cursor.take(/[*+?]/y)?.[0];
    if (stray !== undefined) throw new MalformedSyntax(`nothing stands before ${stray}`);
    return this.letter(cursor.next());
  }

  private letter(character: string): string {
    const other = this.ignoreCase ? otherCase(character) : undefined;
    return other === undefined ? literal(character) : `[${character}${other}]`;
  }

  private group(): string {
    const { cursor } = this;
    if (cursor.skip("?>")) return this.atomic(this.closed());
    const flags = cursor.take(/\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/y);
    if (flags !== undefined) return this.flagged(flags[1] ?? "", flags[2] ?? "", flags[3] === ":");
    const look = cursor.take(/\?<?[=!]/y)?.[0];
    if (look !== undefined) return `(${look}${this.closed()})`;
    const name = cursor.take(/\?P?<([A-Za-z]\w*)>/y)?.[1];
    if (name === undefined && cursor.isAt("?")) throw new MalformedSyntax("a group begins with ? and nothing known");
    // Nobody asks what a group matched.
    return `(?:${this.closed()})`;
  }

  private closed(): string {
    const source = this.alternatives();
    if (!this.cursor.skip(")")) throw new MalformedSyntax("a group is not ended by )");
    return source;
  }

  /** Of the flags only that of letters' case means anything for the names of topics, which have no lines. */
  private flagged(on: string, off: string, isGroup: boolean): string {
    if (/[^idmsu]/.test(on) || /[^idmsuxU]/.test(off)) throw new ForeignSyntax();
    const before = this.ignoreCase;
    if (on.includes("i")) this.ignoreCase = true;
    if (off.includes("i")) this.ignoreCase = false;
    if (!isGroup) return "";
    const source = this.closed();
    this.ignoreCase = before;
    return `(?:${source})`;
  }

  private escape(): string {
    const { cursor } = this;
    const edge = cursor.take(/[AzZbB]/y)?.[0];
    if (edge !== undefined) return edges[edge] ?? `\\${edge}`;
    const escape = readEscape(cursor);
    if (escape.kind === "character") return this.letter(escape.character);
    const cased = this.ignoreCase && /a-z|A-Z/.test(escape.inside) ? "a-zA-Z" : "";
    return `[${escape.isNegated ? "^" : ""}${escape.inside}${cased}]`;
  }
}

const isPlace = (atom: string): boolean => /^(?:[\^$]|\\[bB]|\(\?<?[=!].*)$/.test(atom);

const edges: Readonly<Record<string, string>> = { A: "^", z: "$", Z: "$" };
