import { type CheckFailure } from "./resource";
import { type Show } from "./show";

/** What check and diff need to know of one argument. */
export interface Field {
  readonly default?: unknown;
  /** The object cannot change in this: it is made anew. */
  readonly replace?: boolean;
  /** Without it the resource means nothing. */
  readonly required?: boolean;
  /** What is wrong with a value that is known; its members may still be unknown. Only `show` puts a value into a reason. */
  readonly check?: (value: unknown, path: string, show: Show) => readonly CheckFailure[];
  /** The form in which two values are compared: the same for two spellings of one thing. */
  readonly normal?: (value: unknown) => unknown;
}

/** A row for each argument: forgetting one does not compile. */
export type Fields<Args> = Readonly<Record<keyof Args & string, Field>>;

/** The rows as the functions that go through them see them. */
export type FieldTable = Readonly<Record<string, Field>>;

export const normalOf = (field: Field, value: unknown): unknown =>
  value === undefined || field.normal === undefined ? value : field.normal(value);
