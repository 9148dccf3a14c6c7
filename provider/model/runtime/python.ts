import { literalArgument } from "../literal-argument";
import { instanceLog } from "../log-config/instance-log";
import { codePathOf } from "../code-path";
import type { InstanceTarget } from "./instance-target";
import { type FlagDialect, sharedFlags } from "./shared-flags";

const dialect: FlagDialect = {
  secretsProvider: "secretsprovider.EnvironmentBasedSecretsProvider",
  fileFlags: (path) => ["--config_file", path],
};

/** The command line of the Python instance. Every image with Python 3 has it as `python3`; not all have `python`. */
export function pythonCommand(target: InstanceTarget): readonly string[] {
  const { file, directory } = instanceLog(target.member);
  return [
    ...["python3", "/pulsar/instances/python-instance/python_instance_main.py"],
    ...["--py", literalArgument(codePathOf(target.member))],
    ...["--logging_directory", directory],
    // The instance itself adds its ordinal.
    ...["--logging_file", target.objectName],
    ...["--logging_config_file", file?.path ?? "/pulsar/conf/functions-logging/console_logging_config.ini"],
    ...["--install_usercode_dependencies", "true"],
    ...sharedFlags(target, dialect),
  ];
}
