/** Which schema may follow another one on the same topic. */
export type SchemaCompatibilityStrategy =
  | "ALWAYS_INCOMPATIBLE"
  | "ALWAYS_COMPATIBLE"
  | "BACKWARD"
  | "FORWARD"
  | "FULL"
  | "BACKWARD_TRANSITIVE"
  | "FORWARD_TRANSITIVE"
  | "FULL_TRANSITIVE";
