import type { MemberPlan } from "../plan";
import { javaCommand } from "./java";
import { pythonCommand } from "./python";
import type { InstanceTarget } from "./shared-flags";

const commands: Readonly<Record<MemberPlan["runtime"], (target: InstanceTarget) => readonly string[]>> = {
  java: javaCommand,
  python: pythonCommand,
  golang: () => [],
  generic: () => [],
};

/** The command line of a member's instances: program and arguments, without a shell. */
export const instanceCommand = (target: InstanceTarget): readonly string[] => commands[target.member.runtime](target);
