import type { ConnectorOverrideSpec } from "./connector-override";
import type { InputSpec, OutputSpec } from "./input-output";
import type { Json } from "./json";
import type { MemberSpec } from "./member";
import type { GenericRuntimeSpec, GolangSpec, JavaSpec, PythonSpec } from "./program";
import type { ReaderSpec } from "./reader";
import type { StatefulSpec } from "./state";
import type { WindowSpec } from "./window";

/** A function: reads topics, runs your code on each message, writes the results to a topic. Exactly one of `java`, `python`, `golang` and `genericRuntime` is set. */
export interface FunctionSpec extends MemberSpec, ReaderSpec {
  /**
   * The class that processes messages: `<module>.<Class>` in Python (a module with a function `process` may leave the class out), the full name of the class in Java. Needed by these two.
   * @example "enrich.Enrich"
   */
  readonly className?: string;
  /**
   * The function is written in Python.
   * @plain
   */
  readonly python?: PythonSpec;
  /**
   * The function is written in Java.
   * @plain
   */
  readonly java?: JavaSpec;
  /**
   * The function is written in Go.
   * @plain
   */
  readonly golang?: GolangSpec;
  /**
   * The function is run by an instance program of another language.
   * @plain
   */
  readonly genericRuntime?: GenericRuntimeSpec;
  /**
   * What the function reads. Left out only with `source`.
   * @plain
   */
  readonly input?: InputSpec;
  /**
   * What the function writes. Left out: its results are dropped.
   * @plain
   */
  readonly output?: OutputSpec;
  /** Settings the function's code reads (`context.get_user_config_value`). A change restarts its pods. Secrets belong in `secrets`. */
  readonly config?: Readonly<Record<string, Json>>;
  /**
   * Connector that the function reads from in place of topics. Java only.
   * @plain
   */
  readonly source?: ConnectorOverrideSpec;
  /**
   * Connector that the function writes to in place of a topic. Java only.
   * @plain
   */
  readonly sink?: ConnectorOverrideSpec;
  /**
   * Hands the function whole windows of messages. Java only. `processingGuarantee` is then `manual` unless it is stated: a
   * window acknowledges its messages itself once they have left it.
   * @plain
   */
  readonly windowConfig?: WindowSpec;
  /**
   * Where the function keeps state. Not in Go.
   * @plain
   */
  readonly statefulConfig?: StatefulSpec;
  /**
   * Hand the properties of a message on to what is written for it. Java only.
   * @default true
   */
  readonly forwardSourceMessageProperty?: boolean;
  /**
   * Start at the newest message each time the instance starts. Java only.
   * @default false
   */
  readonly skipToLatest?: boolean;
  /**
   * Results of an asynchronous function that may be under way. Java only.
   * @default 1000
   * @integer
   */
  readonly maxPendingAsyncRequests?: number;
}
