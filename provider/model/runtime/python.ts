import { literalArgument } from "../literal-argument";
import type { FunctionPlan, MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { instanceEnvironment } from "./instance-environment";
import { type InstanceTarget, sharedFlags } from "./shared-flags";

const dialect = {
  allowInsecure: "--tls_allow_insecure_connection",
  secretsProvider: "secretsprovider.EnvironmentBasedSecretsProvider",
};

/** The command line of the Python instance. */
export const pythonCommand = (target: InstanceTarget): readonly string[] => [
  ...["python3", "/pulsar/instances/python-instance/python_instance_main.py"],
  ...["--py", literalArgument(codePath(target.member))],
  ...["--logging_directory", `${instanceEnvironment.scratchDirectory}/logs`],
  ...["--logging_file", target.objectName],
  ...["--logging_config_file", "/pulsar/conf/functions-logging/console_logging_config.ini"],
  ...["--install_usercode_dependencies", "true"],
  ...sharedFlags(target, dialect),
];

/** Name of the file that local code is delivered in: the module that the class name asks for. */
export function codeFileName({ spec }: FunctionPlan): string {
  const [module = ""] = isKnown(spec.className) ? (spec.className ?? "").split(".") : [];
  return `${module === "" ? "function" : module}.py`;
}

function codePath(member: MemberPlan): string {
  if (member.kind !== "function") return "";
  return member.spec.python?.py ?? `${instanceEnvironment.codeDirectory}/${codeFileName(member)}`;
}
