import type {
  GenericLanguage,
  GenericRuntimeSpec,
  GolangSpec,
  JavaInstanceSpec,
  JavaSpec,
  PythonSpec,
} from "../../program";
import { imagePath } from "../../image-path";
import type { LogSpec } from "../../log";
import { readPackageLocation } from "../../package-location";
import type { ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";

type ProgramsManifest = Pick<ComponentManifest, "java" | "python" | "golang" | "genericRuntime">;
type JavaManifest = NonNullable<ProgramsManifest["java"]>;
type LogManifest = NonNullable<JavaManifest["log"]>;

interface Programs {
  readonly java?: JavaSpec;
  readonly python?: PythonSpec;
  readonly golang?: GolangSpec;
  readonly genericRuntime?: GenericRuntimeSpec;
}

export const convertPrograms = ({ java, python, golang, genericRuntime }: ProgramsManifest): Programs =>
  stated({
    java:
      java === undefined
        ? undefined
        : stated({ jar: imagePath(java.jar ?? ""), jarLocation: java.jarLocation, ...convertJavaInstance(java) }),
    python:
      python === undefined
        ? undefined
        : stated({ py: imagePath(python.py ?? ""), pyLocation: python.pyLocation, log: convertLog(python.log) }),
    golang:
      golang === undefined
        ? undefined
        : stated({ go: imagePath(golang.go ?? ""), goLocation: golang.goLocation, log: convertLog(golang.log) }),
    genericRuntime: genericRuntime === undefined ? undefined : convertGeneric(genericRuntime),
  });

export const convertJavaInstance = (java: JavaManifest): JavaInstanceSpec =>
  stated({
    javaOpts: java.javaOpts,
    extraDependenciesDir: java.extraDependenciesDir,
    instancePath: java.instancePath,
    entryClass: java.entryClass,
    log: convertLog(java.log),
  });

function convertGeneric(generic: NonNullable<ProgramsManifest["genericRuntime"]>): GenericRuntimeSpec | undefined {
  const { functionFile = "", functionFileLocation, language = "" } = generic;
  // That it is one of them is FM071's.
  if (!isLanguage(language)) return undefined;
  return stated({ functionFile: imagePath(functionFile), functionFileLocation, language });
}

/** As with a program's arguments, any text may come here. */
const isLanguage = (text: string | undefined): text is GenericLanguage => text !== undefined;

const convertLog = (log: LogManifest | undefined): LogSpec | undefined => {
  if (log === undefined) return undefined;
  const { javaLog4JConfigFileType: language, logConfig } = log;
  return stated({
    level: log.level,
    format: log.format,
    rotatePolicy: log.rotatePolicy,
    // Log4j has no configuration in ini.
    javaLog4JConfigFileType: language === "ini" ? undefined : language,
    logConfig: logConfig === undefined ? undefined : { name: logConfig.name ?? "", key: logConfig.key ?? "" },
  });
};

const runner = (runtime: string): string => `streamnative/pulsar-functions-${runtime}-runner:2.10.0.0-rc10`;
const genericRunner = (runtime: string): string => `streamnative/pulsar-functions-generic-${runtime}-runner:0.1.0`;

/** The images of generic instance programs, by language. */
const genericImages: Readonly<Record<GenericLanguage, string>> = {
  nodejs: genericRunner("nodejs"),
  python: genericRunner("python"),
  executable: genericRunner("base"),
  wasm: genericRunner("base"),
};

/** The image of a function whose manifest states none; empty where the language is none. */
export function functionImage({ java, python, golang, genericRuntime }: ProgramsManifest): string {
  if (java !== undefined) return runner("java");
  if (python !== undefined) return runner("python");
  if (golang !== undefined) return runner("go");
  const language = genericRuntime?.language ?? "";
  return Object.entries(genericImages).find(([name]) => name === language)?.[1] ?? "";
}

/** The image of a source or sink whose manifest states none: one that has the connectors, unless that is downloaded. */
export const connectorImage = ({ java }: ProgramsManifest): string =>
  readPackageLocation(java?.jarLocation ?? "")?.kind === "pulsar"
    ? runner("java")
    : "streamnative/pulsar-all:2.10.0.0-rc10";
