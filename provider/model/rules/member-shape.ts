import { argumentPath } from "../argument-path";
import { builtinName, connectorsOf } from "../connector";
import type { FunctionPlan, SinkPlan, SourcePlan } from "../plan";
import { isKnown } from "../unknown";
import { instead } from "./known-names";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM071 */
export const memberShape: Rule = {
  code: "FM071",
  severity: "error",
  inManifests: "error",
  title: "A member says what to run",
  description:
    "A function has exactly one of `python` and `java`, a Python function exactly one of `code` and `py`; a connector is one that `runner.connectors` says the image has, or a path with its class.",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) =>
      member.kind === "function" ? functionFindings(member) : connectorFindings(mesh, member),
    ),
};

function functionFindings({ path, spec }: FunctionPlan): readonly Finding[] {
  const { python, java, className } = spec;
  const at = (...steps: readonly string[]): string => argumentPath(path, ...steps);
  if (python === undefined && java === undefined) {
    return [{ path: at("python"), message: "is missing, and so is `java`", help: "state one of the two" }];
  }
  return [
    ...(python !== undefined && java !== undefined
      ? [{ path: at("java"), message: "is stated together with `python`", help: "keep one of the two" }]
      : []),
    ...(className === ""
      ? [{ path: at("className"), message: "is empty", help: "state the class that processes messages" }]
      : []),
    ...(java?.jar === ""
      ? [{ path: at("java", "jar"), message: "is empty", help: "state the path of the package in the image" }]
      : []),
    ...(python === undefined ? [] : pythonFindings(at, python, className ?? "")),
  ];
}

function pythonFindings(
  at: (...steps: readonly string[]) => string,
  { code, py }: NonNullable<FunctionPlan["spec"]["python"]>,
  className: string,
): readonly Finding[] {
  if (code !== undefined && py !== undefined) {
    return [{ path: at("python", "py"), message: "is stated together with `code`", help: "keep one of the two" }];
  }
  if (code === undefined) {
    return py !== undefined && py !== ""
      ? []
      : [{ path: at("python", "code"), message: "is missing, and so is `py`", help: "state the function's file" }];
  }
  // The file is named after the module, so the module must be a name that Python can import from one file.
  if (className === "" || !isKnown(className) || /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/.test(className)) return [];
  const help = "write <module>.<Class>, or <module> for a module with a function `process`";
  return [{ path: at("className"), message: `"${className}" does not name a class in one file of Python`, help }];
}

function connectorFindings(mesh: CheckedMesh, { path, spec, connector }: SourcePlan | SinkPlan): readonly Finding[] {
  if (connector !== undefined || !isKnown(spec.connector)) return [];
  const name = builtinName(spec.connector);
  const at = argumentPath(path, "connector");
  if (spec.connector === "")
    return [
      { path: at, message: "is empty", help: "write builtin://<name>, or the path of the connector in the image" },
    ];
  if (name === undefined) {
    const message = `is missing, and "${spec.connector}" is a path`;
    return [{ path: argumentPath(path, "className"), message, help: "state the connector's class" }];
  }
  const known = Object.keys(connectorsOf(spec, mesh.spec));
  return [
    {
      path: at,
      message: `"${name}" is not among the \`runner.connectors\` of the image`,
      help: known.length === 0 ? `add runner.connectors.${name} with path and className` : instead(name, known),
    },
  ];
}
