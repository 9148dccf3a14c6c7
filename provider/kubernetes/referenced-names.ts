/** Names of the objects that pods refer to; they may be placeholders, since most are generated. */
export interface ReferencedNames {
  readonly config: string;
  readonly code?: string;
  readonly secrets?: string;
  readonly credentials?: string;
  readonly tlsDefaults?: string;
}
