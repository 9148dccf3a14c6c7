import { argumentPath } from "../argument-path";
import { builtinName, connectorsOf } from "../connector";
import type { FunctionPlan, SinkPlan, SourcePlan } from "../plan";
import { isKnown } from "../unknown";
import { instead } from "./known-names";
import { pythonFindings } from "./member-shape-python";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM071 */
export const memberShape: Rule = {
  code: "FM071",
  severity: "error",
  inManifests: "error",
  title: "A member says what to run",
  description:
    "A function has exactly one of `python`, `java`, `golang` and `genericRuntime`, with its file and, for the first two, its class; an image where there is no default. A Python function has exactly one of `code` and `py`. A connector is one that `runner.connectors` says the image has, or a path or location with its class.",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) =>
      member.kind === "function" ? functionFindings(member) : connectorFindings(mesh, member),
    ),
};

/** The ways to write a function, and what each needs. */
const programs = [
  { runtime: "python", file: undefined, needsClass: true },
  { runtime: "java", file: "jar", needsClass: true },
  { runtime: "golang", file: "go", needsClass: false },
  { runtime: "genericRuntime", file: "functionFile", needsClass: false },
] as const;

const languages: readonly string[] = ["nodejs", "python", "executable", "wasm"];

function functionFindings(member: FunctionPlan): readonly Finding[] {
  const { path, spec } = member;
  const at = (...steps: readonly string[]): string => argumentPath(path, ...steps);
  const stated = programs.filter(({ runtime }) => spec[runtime] !== undefined);
  const [first, ...further] = stated;
  if (first === undefined) {
    const message = "is missing, and so are `java`, `golang` and `genericRuntime`";
    return [{ path: at("python"), message, help: "state one of the four" }];
  }
  return [
    ...further.map(({ runtime }) => ({
      path: at(runtime),
      message: `is stated together with \`${first.runtime}\``,
      help: "keep one of the two",
    })),
    ...(stated.some(({ needsClass }) => needsClass) && isKnown(spec.className) && (spec.className ?? "") === ""
      ? [{ path: at("className"), message: "is missing", help: "state the class that processes messages" }]
      : []),
    ...fileFindings(member),
    ...(spec.python === undefined ? [] : pythonFindings(at, spec.python, spec.className ?? "")),
    ...(member.image === ""
      ? [{ path: at("image"), message: "is missing", help: "state an image with the function's instance program" }]
      : []),
  ];
}

function fileFindings({ path, spec: { java, golang, genericRuntime } }: FunctionPlan): readonly Finding[] {
  const at = (...steps: readonly string[]): string => argumentPath(path, ...steps);
  const files = [
    { value: java?.jar, path: at("java", "jar"), help: "state the path of the package" },
    { value: golang?.go, path: at("golang", "go"), help: "state the path of the program" },
    {
      value: genericRuntime?.functionFile,
      path: at("genericRuntime", "functionFile"),
      help: "state the path of the function's file",
    },
  ];
  const language = genericRuntime?.language;
  return [
    ...files
      .filter(({ value }) => value === "")
      .map(({ path: file, help }) => ({ path: file, message: "is empty", help: `${help} in the image` })),
    ...(language === undefined || !isKnown(language) || languages.includes(language)
      ? []
      : [
          {
            path: at("genericRuntime", "language"),
            message: `"${language}" is not a language of the instance program`,
            help: instead(language, languages),
          },
        ]),
  ];
}

function connectorFindings(mesh: CheckedMesh, { path, spec, connector }: SourcePlan | SinkPlan): readonly Finding[] {
  const at = argumentPath(path, "connector");
  const classPath = argumentPath(path, "className");
  if (!isKnown(spec.connector)) return [];
  if (spec.className === "") return [{ path: classPath, message: "is empty", help: "state the connector's class" }];
  if (spec.connector === "")
    return [
      { path: at, message: "is empty", help: "write builtin://<name>, or the path of the connector in the image" },
    ];
  if (connector !== undefined) return [];
  const name = builtinName(spec.connector);
  if (name === undefined) {
    const message = `is missing, and "${spec.connector}" is not a builtin connector`;
    return [{ path: classPath, message, help: "state the connector's class" }];
  }
  const known = Object.keys(connectorsOf(spec, mesh.spec));
  return [
    {
      path: at,
      inManifests: "warning",
      message: `"${name}" is not among the \`runner.connectors\` of the image`,
      ...(known.length === 0 ? withConnector(name) : { help: instead(name, known) }),
    },
  ];
}

const withConnector = (name: string): Pick<Finding, "help" | "helpInManifests"> => ({
  help: `add ${argumentPath("defaults.runner.connectors", name)} with path and className`,
  helpInManifests: "state the path of the connector's package in the image, and its class",
});
