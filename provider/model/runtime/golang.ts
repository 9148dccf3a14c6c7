import { goConf } from "../go-conf";
import { literalArgument } from "../literal-argument";
import { codePathOf } from "../code-path";
import type { InstanceTarget } from "./instance-target";

/** The command line of a function in Go: the function is a program of its own. */
export const golangCommand = ({ member, access }: InstanceTarget): readonly string[] => [
  literalArgument(codePathOf(member)),
  ...["-instance-conf", goConf(member, access)],
];
