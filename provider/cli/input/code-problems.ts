import { memberCode } from "../../pulumi/components/member-code";
import type { FileProblem } from "./file-problem";
import type { PlannedPart } from "./plan-input";

/** What is wrong with the local code of the members of some meshes. */
export const codeProblems = (parts: readonly PlannedPart[]): readonly FileProblem[] =>
  parts.flatMap(({ plan, placed }) =>
    plan.members
      .map((member) => memberCode(member))
      .filter((code) => typeof code === "object")
      .map(placed),
  );
