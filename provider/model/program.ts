import type { Asset } from "./json";
import type { LogSpec } from "./log";

/** A function in Python. Exactly one of `code` and `py` is set. A package is downloaded to `py` where `pyLocation` is stated. */
export interface PythonSpec {
  /**
   * The function's source, one Python file; it is delivered in a ConfigMap, and a change restarts the pods.
   * @default none: `py` says where it is
   * @example { "fn::fileAsset": "enrich.py" }
   */
  readonly code?: Asset;
  /**
   * Path of the function's file (.py, .whl or .zip) in the image, or where it is downloaded to. A .whl or .zip is unpacked in a
   * directory of its own, into which what it requires is installed.
   * @default none: `code` is the source itself
   * @example "/pulsar/functions/enrich.py"
   */
  readonly py?: string;
  /**
   * Where the file is downloaded from: `function://<tenant>/<namespace>/<name>@<version>`, which is the `url` of a
   * `pulsar.Package`, or `https://…`.
   * @default nowhere: it is in the image
   * @example "function://retail/orders/enrich@1.2"
   */
  readonly pyLocation?: string;
  /**
   * What the instance logs, and how.
   * @default lines from level `info` on, as text, to the console
   * @example { "level": "debug" }
   * @plain
   */
  readonly log?: LogSpec;
}

/** How the Java virtual machine of an instance is started. */
export interface JavaInstanceSpec {
  /**
   * More options of the Java virtual machine, each a text of its own.
   * @default none: heap and buffers follow from the memory limit
   * @example ["-Duser.timezone=UTC"]
   */
  readonly javaOpts?: readonly string[];
  /**
   * Directory of the image whose jars are on the class path as well.
   * @default none
   * @example "/pulsar/extra"
   */
  readonly extraDependenciesDir?: string;
  /**
   * Path of the instance program in the image.
   * @default "/pulsar/instances/java-instance.jar"
   * @example "/opt/instances/java-instance.jar"
   */
  readonly instancePath?: string;
  /**
   * Class that the instance program starts with.
   * @default "org.apache.pulsar.functions.instance.JavaInstanceMain"
   * @example "com.acme.TracedInstanceMain"
   */
  readonly entryClass?: string;
  /**
   * What the instance logs, and how.
   * @default lines from level `info` on, as text, to the console
   * @example { "level": "debug", "format": "json" }
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
   * Where the package is downloaded from: `function://<tenant>/<namespace>/<name>@<version>`, which is the `url` of a
   * `pulsar.Package`, or `https://…`.
   * @default nowhere: it is in the image
   * @example "function://retail/orders/enrich@1.2"
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
   * Where the program is downloaded from: `function://<tenant>/<namespace>/<name>@<version>`, which is the `url` of a
   * `pulsar.Package`, or `https://…`.
   * @default nowhere: it is in the image
   * @example "function://retail/orders/enrich@1.2"
   */
  readonly goLocation?: string;
  /**
   * What the instance logs: `level` only.
   * @default lines from level `info` on
   * @example { "level": "debug" }
   * @plain
   */
  readonly log?: LogSpec;
}

/** Languages that images with a generic instance program know. */
export type GenericLanguage = "nodejs" | "python" | "executable" | "wasm";

/** A function run by an instance program of another language (`pulsar_rust_instance` in the image). */
export interface GenericRuntimeSpec {
  /**
   * Path of the function's file in the image, or where it is downloaded to.
   * @example "/pulsar/functions/enrich.js"
   */
  readonly functionFile: string;
  /**
   * Where the file is downloaded from: `function://<tenant>/<namespace>/<name>@<version>`, which is the `url` of a
   * `pulsar.Package`, or `https://…`.
   * @default nowhere: it is in the image
   * @example "function://retail/orders/enrich@1.2"
   */
  readonly functionFileLocation?: string;
  /**
   * Language of the file: `nodejs`, `python`, `wasm`, or `executable` for a program that is run as it is.
   * @example "nodejs"
   */
  readonly language: GenericLanguage;
}
