import type { Settle } from "../../model/changes/settled";
import type { Leaf } from "../../pulumi/schema/read-arguments";

/**
 * Numbers for secrets: those of one value have one number, in whichever file they stand. Whether two differ can so be seen, and
 * nothing of what they are. They live no longer than the command.
 */
export class SecretNumbers {
  private readonly numbers = new Map<string, number>();

  /** What stands for the placeholders of a file. A value that is not in it at all was left out. */
  settler(leaves: readonly Leaf[]): Settle {
    return ({ index }) => {
      const value = leaves[index]?.value;
      return value === undefined ? "(left out)" : `(secret ${this.numberOf(JSON.stringify(value))})`;
    };
  }

  private numberOf(text: string): number {
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    return number;
  }
}
