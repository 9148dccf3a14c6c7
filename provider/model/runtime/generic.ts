import type { GenericLanguage } from "../program";
import { literalArgument } from "../literal-argument";
import { codePathOf } from "../code-path";
import { isKnown } from "../unknown";
import type { InstanceTarget } from "./instance-target";
import { sharedFlags } from "./shared-flags";

/** The classes that find secrets in the environment. */
const secretsProviders: Readonly<Record<GenericLanguage, string | undefined>> = {
  nodejs: "EnvironmentBasedSecretsProvider",
  python: "secrets_provider.EnvironmentBasedSecretsProvider",
  executable: undefined,
  wasm: undefined,
};

/** The command line of a generic instance program. */
export function genericCommand(target: InstanceTarget): readonly string[] {
  const { member } = target;
  const language = (member.kind === "function" ? member.spec.genericRuntime?.language : undefined) ?? "executable";
  return [
    "pulsar_rust_instance",
    ...["--function_file", literalArgument(codePathOf(member))],
    ...["--language", language],
    ...sharedFlags(target, {
      secretsProvider: isKnown(language) ? secretsProviders[language] : undefined,
      // Its credentials never come in files of arguments.
      fileFlags: () => [],
    }),
  ];
}
