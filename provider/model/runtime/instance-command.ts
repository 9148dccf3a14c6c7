import type { MemberPlan } from "../plan";
import { genericCommand } from "./generic";
import { golangCommand } from "./golang";
import type { InstanceTarget } from "./instance-target";
import { javaCommand } from "./java";
import { pythonCommand } from "./python";

const commands: Readonly<Record<MemberPlan["runtime"], (target: InstanceTarget) => readonly string[]>> = {
  java: javaCommand,
  python: pythonCommand,
  golang: golangCommand,
  generic: genericCommand,
};

/** The command line of a member's instances: program and arguments, without a shell. */
export const instanceCommand = (target: InstanceTarget): readonly string[] => commands[target.member.runtime](target);
