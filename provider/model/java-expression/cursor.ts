/** Syntax that Java reads and that has no counterpart here. */
export class ForeignSyntax extends Error {}

/** Syntax that Java does not read either. */
export class MalformedSyntax extends Error {}

/** A place in the text of an expression. */
export class Cursor {
  private at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** True when the text goes on so. */
  isAt(piece: string): boolean {
    return this.text.startsWith(piece, this.at);
  }

  /** Goes past a piece, if the text goes on so. */
  skip(piece: string): boolean {
    if (!this.isAt(piece)) return false;
    this.at += piece.length;
    return true;
  }

  /** Goes past what a sticky expression matches here. */
  take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const match = expression.exec(this.text) ?? undefined;
    this.at += match?.[0].length ?? 0;
    return match;
  }

  /** The next character; half of one would be no letter. */
  next(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) throw new MalformedSyntax("it ends too early");
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }
}
