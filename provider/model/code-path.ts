import { imagePath } from "./image-path";
import type { MemberPlan } from "./plan";
import { pythonArchiveOf } from "./python-archive";
import { codeFileName } from "./runtime/code-file";
import { instanceEnvironment } from "./runtime/instance-environment";

/** Where the instance finds a member's code: in the image, in a ConfigMap, where it was downloaded to, or where it is unpacked. */
export const codePathOf = (member: MemberPlan): string => pythonArchiveOf(member)?.path ?? statedCodePath(member);

function statedCodePath(member: MemberPlan): string {
  if (member.package !== undefined) return member.package.path;
  if (member.kind !== "function") return imagePath(member.connector?.path ?? member.spec.connector);
  const { java, python, golang, genericRuntime } = member.spec;
  switch (member.runtime) {
    case "java":
      return imagePath(java?.jar ?? "");
    case "python":
      return python?.py === undefined
        ? `${instanceEnvironment.codeDirectory}/${codeFileName(member)}`
        : imagePath(python.py);
    case "golang":
      return imagePath(golang?.go ?? "");
    case "generic":
      return imagePath(genericRuntime?.functionFile ?? "");
  }
}
