import type { OutputSpec } from "./input-output";
import type { Json } from "./json";
import type { MemberSpec } from "./member";

/** A source: a connector that brings messages from outside into a topic. */
export interface SourceSpec extends MemberSpec {
  /**
   * The connector: `builtin://<name>`, one of `runner.connectors`, or the path of its package in the image (with `className`).
   * @example "builtin://file"
   */
  readonly connector: string;
  /**
   * The connector's class.
   * @default the class that `runner.connectors` states
   */
  readonly className?: string;
  /**
   * Where the messages go.
   * @plain
   */
  readonly output: OutputSpec;
  /** Settings of the connector. A change restarts its pods. Secrets belong in `secrets`. */
  readonly config?: Readonly<Record<string, Json>>;
}
