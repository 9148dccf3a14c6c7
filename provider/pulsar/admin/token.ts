/** A token and how long it is good. */
export interface Token {
  readonly value: string;
  /** When it stops being good, in milliseconds since 1970. */
  readonly expiresAt?: number;
}
