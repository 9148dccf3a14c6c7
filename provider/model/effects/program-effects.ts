import type { ConnectorOverrideSpec } from "../connector-override";
import type { GenericRuntimeSpec, GolangSpec, JavaInstanceSpec, JavaSpec, PythonSpec } from "../program";
import type { LogSpec } from "../log";
import type { EffectsOf } from "./effect";

/** What runs and how it is started: all of it stands in the pod template, or in a ConfigMap whose name follows its content. */
const logEffects: EffectsOf<LogSpec> = {
  level: "roll",
  format: "roll",
  rotatePolicy: "roll",
  javaLog4JConfigFileType: "roll",
  logConfig: "roll",
};

export const javaInstanceEffects: EffectsOf<JavaInstanceSpec> = {
  javaOpts: "roll",
  extraDependenciesDir: "roll",
  instancePath: "roll",
  entryClass: "roll",
  log: logEffects,
};

export const javaEffects: EffectsOf<JavaSpec> = { ...javaInstanceEffects, jar: "roll", jarLocation: "roll" };

export const pythonEffects: EffectsOf<PythonSpec> = { code: "roll", py: "roll", pyLocation: "roll", log: logEffects };

export const golangEffects: EffectsOf<GolangSpec> = { go: "roll", goLocation: "roll", log: logEffects };

export const genericEffects: EffectsOf<GenericRuntimeSpec> = {
  functionFile: "roll",
  functionFileLocation: "roll",
  language: "roll",
};

export const overrideEffects: EffectsOf<ConnectorOverrideSpec> = {
  connector: "roll",
  className: "roll",
  typeClassName: "roll",
  config: "roll",
};
