/** Which schema a producer may bring along by itself, in the words of Pulsar's older setting. */
export type SchemaAutoUpdateCompatibilityStrategy =
  | "AutoUpdateDisabled"
  | "Backward"
  | "Forward"
  | "Full"
  | "AlwaysCompatible"
  | "BackwardTransitive"
  | "ForwardTransitive"
  | "FullTransitive";
