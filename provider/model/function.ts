import type { InputSpec, OutputSpec } from "./input-output";
import type { Asset, Json } from "./json";
import type { MemberSpec } from "./member";

/** What a member does when an instance fails between reading and writing. */
export type ProcessingGuarantee = "atleast_once" | "atmost_once" | "effectively_once" | "manual";

/** Where a subscription that does not exist yet starts. */
export type SubscriptionPosition = "earliest" | "latest";

/** How a member reads: shared by functions and sinks. */
export interface ReaderSpec {
  /**
   * Name of the member's subscription on its input topics.
   * @default "<tenant>/<namespace>/<name>"
   */
  readonly subscriptionName?: string;
  /**
   * Where the subscription starts when it is made.
   * @default "earliest"
   */
  readonly subscriptionPosition?: SubscriptionPosition;
  /**
   * What happens to messages when an instance fails.
   * @default "atleast_once"
   */
  readonly processingGuarantee?: ProcessingGuarantee;
  /**
   * Read each topic in order: one instance reads at a time (a failover subscription).
   * @default false
   */
  readonly retainOrdering?: boolean;
  /**
   * Read the messages of a key in order (a key-shared subscription).
   * @default false
   */
  readonly retainKeyOrdering?: boolean;
}

/** A function: reads topics, runs your code on each message, writes the results to a topic. Exactly one of `python` and `java` is set. */
export interface FunctionSpec extends MemberSpec, ReaderSpec {
  /**
   * The class that processes messages: `<module>.<Class>` in Python (a module with a function `process` may leave the class out), the full name of the class in Java.
   * @example "enrich.Enrich"
   */
  readonly className: string;
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
   * What the function reads.
   * @plain
   */
  readonly input: InputSpec;
  /**
   * What the function writes. Left out: its results are dropped.
   * @plain
   */
  readonly output?: OutputSpec;
  /** Settings the function's code reads (`context.get_user_config_value`). A change restarts its pods. Secrets belong in `secrets`. */
  readonly config?: Readonly<Record<string, Json>>;
}

/** A function in Python. Exactly one of `code` and `py` is set. */
export interface PythonSpec {
  /** The function's source, one Python file; it is delivered in a ConfigMap, and a change restarts the pods. */
  readonly code?: Asset;
  /**
   * Path of the function's file in the image.
   * @example "/pulsar/functions/enrich.py"
   */
  readonly py?: string;
}

/** A function in Java. */
export interface JavaSpec {
  /**
   * Path of the function's package (.jar or .nar) in the image.
   * @example "/pulsar/examples/api-examples.jar"
   */
  readonly jar: string;
  /**
   * More options of the Java virtual machine.
   * @example ["-Duser.timezone=UTC"]
   */
  readonly javaOpts?: readonly string[];
}
