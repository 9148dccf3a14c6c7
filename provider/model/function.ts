import type { InputSpec, OutputSpec } from "./input-output";
import type { Asset, Json } from "./json";
import type { LogSpec } from "./log";
import type { MemberSpec } from "./member";
import type { StatefulSpec } from "./state";
import type { WindowSpec } from "./window";

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
  /**
   * Acknowledge messages once they are processed. Only where your code acknowledges them itself it is turned off.
   * @default true, but false with `processingGuarantee: manual`
   */
  readonly autoAck?: boolean;
  /**
   * Milliseconds after which a message that was not acknowledged is delivered again. Not with effectively_once, and not in Go.
   * @default never while the instance lives
   * @integer
   */
  readonly timeout?: number;
  /**
   * Milliseconds until a message that failed is delivered again. Java only.
   * @default for functions the value of `timeout`, else Pulsar's own
   * @integer
   */
  readonly negativeAckRedeliveryDelayMs?: number;
  /**
   * Deliveries of a message that fails, before it goes to the dead-letter topic. Java only, and not with effectively_once.
   * @default 0: it is delivered for ever
   * @integer
   */
  readonly maxMessageRetry?: number;
  /**
   * Topic for messages that failed too often. Java only; needs `maxMessageRetry`.
   * @default "<tenant>-<namespace>-<name>-DLQ" where `maxMessageRetry` is stated and the subscription has its default name
   */
  readonly deadLetterTopic?: string;
  /**
   * Delete the subscription, with what waits in it, when the member is deleted or does not read the topic any more. False keeps
   * it, unless the topic itself goes. A change of it restarts nothing.
   * @default true for subscriptions that the mesh made, and on topics found by a pattern for one of the default name; else false
   */
  readonly cleanupSubscription?: boolean;
}

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

/** A function in Python. Exactly one of `code` and `py` is set. A package is downloaded to `py` where `pyLocation` is stated. */
export interface PythonSpec {
  /** The function's source, one Python file; it is delivered in a ConfigMap, and a change restarts the pods. */
  readonly code?: Asset;
  /**
   * Path of the function's file (.py, .whl or .zip) in the image, or where it is downloaded to. A .whl or .zip is unpacked in a
   * directory of its own, into which what it requires is installed.
   * @example "/pulsar/functions/enrich.py"
   */
  readonly py?: string;
  /**
   * Where the file is downloaded from: `function://<tenant>/<namespace>/<name>@<version>` or `https://…`.
   * @default nowhere: it is in the image
   */
  readonly pyLocation?: string;
  /**
   * What the instance logs.
   * @plain
   */
  readonly log?: LogSpec;
}

/** How the Java virtual machine of an instance is started. */
export interface JavaInstanceSpec {
  /**
   * More options of the Java virtual machine.
   * @example ["-Duser.timezone=UTC"]
   */
  readonly javaOpts?: readonly string[];
  /** Directory of the image whose jars are on the class path as well. */
  readonly extraDependenciesDir?: string;
  /**
   * Path of the instance program in the image.
   * @default "/pulsar/instances/java-instance.jar"
   */
  readonly instancePath?: string;
  /**
   * Class that the instance program starts with.
   * @default "org.apache.pulsar.functions.instance.JavaInstanceMain"
   */
  readonly entryClass?: string;
  /**
   * What the instance logs.
   * @plain
   */
  readonly log?: LogSpec;
}

/** A function in Java. */
export interface JavaSpec extends JavaInstanceSpec {
  /**
   * Path of the function's package (.jar or .nar) in the image, or where it is downloaded to.
   * @example "/pulsar/examples/api-examples.jar"
   */
  readonly jar: string;
  /**
   * Where the package is downloaded from: `function://<tenant>/<namespace>/<name>@<version>` or `https://…`.
   * @default nowhere: it is in the image
   */
  readonly jarLocation?: string;
}

/** A function in Go: a program of its own, built with Pulsar's library for functions. */
export interface GolangSpec {
  /**
   * Path of the program in the image, or where it is downloaded to.
   * @example "/pulsar/functions/enrich"
   */
  readonly go: string;
  /**
   * Where the program is downloaded from: `function://<tenant>/<namespace>/<name>@<version>` or `https://…`.
   * @default nowhere: it is in the image
   */
  readonly goLocation?: string;
  /**
   * What the instance logs: `level` only.
   * @plain
   */
  readonly log?: LogSpec;
}

/** Languages that images with a generic instance program know. */
export type GenericLanguage = "nodejs" | "python" | "executable" | "wasm";

/** A function run by an instance program of another language (`pulsar_rust_instance` in the image). */
export interface GenericRuntimeSpec {
  /** Path of the function's file in the image, or where it is downloaded to. */
  readonly functionFile: string;
  /**
   * Where the file is downloaded from: `function://<tenant>/<namespace>/<name>@<version>` or `https://…`.
   * @default nowhere: it is in the image
   */
  readonly functionFileLocation?: string;
  /** Language of the file. */
  readonly language: GenericLanguage;
}

/** A connector in place of a function's topics. */
export interface ConnectorOverrideSpec {
  /**
   * The connector: `builtin://<name>`, resolved by the instance itself.
   * @example "builtin://kafka"
   */
  readonly connector?: string;
  /** The connector's class. */
  readonly className?: string;
  /** Java class of its messages. */
  readonly typeClassName?: string;
  /** Settings of the connector. */
  readonly config?: Readonly<Record<string, Json>>;
}
