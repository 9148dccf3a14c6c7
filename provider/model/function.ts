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
   * @default none, which is right only for Go and generic instance programs
   * @example "enrich.Enrich"
   */
  readonly className?: string;
  /**
   * The function is written in Python: where its code is.
   * @default none: it is written in another language
   * @example { "py": "/pulsar/functions/enrich.py" }
   * @plain
   */
  readonly python?: PythonSpec;
  /**
   * The function is written in Java: where its package is, and how the virtual machine is started.
   * @default none: it is written in another language
   * @example { "jar": "/pulsar/functions/enrich.jar" }
   * @plain
   */
  readonly java?: JavaSpec;
  /**
   * The function is written in Go: where its program is.
   * @default none: it is written in another language
   * @example { "go": "/pulsar/functions/enrich" }
   * @plain
   */
  readonly golang?: GolangSpec;
  /**
   * The function is run by an instance program of another language, which the image has.
   * @default none: one of Pulsar's own instance programs runs it
   * @example { "functionFile": "/pulsar/functions/enrich.js", "language": "nodejs" }
   * @plain
   */
  readonly genericRuntime?: GenericRuntimeSpec;
  /**
   * What the function reads: topics, and how.
   * @default none, which is right only with `source`
   * @example { "topics": ["clicks"] }
   * @plain
   */
  readonly input?: InputSpec;
  /**
   * What the function writes its results to, and how.
   * @default none: results are dropped
   * @example { "topic": "enriched" }
   * @plain
   */
  readonly output?: OutputSpec;
  /**
   * Settings the function's code reads (`context.get_user_config_value`). A change restarts its pods. Secrets belong in `secrets`.
   * @default none
   * @example { "currency": "EUR", "limit": 100 }
   */
  readonly config?: Readonly<Record<string, Json>>;
  /**
   * Connector that the function reads from in place of topics. Java only, and without `input`.
   * @default none: it reads topics
   * @example { "connector": "builtin://kafka", "config": { "topic": "clicks" } }
   * @plain
   */
  readonly source?: ConnectorOverrideSpec;
  /**
   * Connector that the function writes to in place of a topic. Java only, and without `output`.
   * @default none: it writes a topic
   * @example { "connector": "builtin://kafka", "config": { "topic": "enriched" } }
   * @plain
   */
  readonly sink?: ConnectorOverrideSpec;
  /**
   * Hands the function whole windows of messages. Java only. `processingGuarantee` is then `manual` unless it is stated: a
   * window acknowledges its messages itself once they have left it.
   * @default none: messages come one by one
   * @example { "windowLengthCount": 100 }
   * @plain
   */
  readonly windowConfig?: WindowSpec;
  /**
   * Where the function keeps state (`context.putState`). Not in Go.
   * @default none: it keeps no state
   * @example { "pulsar": { "serviceUrl": "bk://bookkeeper:4181" } }
   * @plain
   */
  readonly statefulConfig?: StatefulSpec;
  /**
   * Hand the properties of a message on to what is written for it. Java only.
   * @default true
   * @example false
   */
  readonly forwardSourceMessageProperty?: boolean;
  /**
   * Start at the newest message each time the instance starts. Java only.
   * @default false
   * @example true
   */
  readonly skipToLatest?: boolean;
  /**
   * Results of an asynchronous function that may be under way. Java only.
   * @default 1000
   * @example 100
   * @integer
   */
  readonly maxPendingAsyncRequests?: number;
}
