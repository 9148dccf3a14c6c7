import type { Asset } from "./json";
import type { LogSpec } from "./log";

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
