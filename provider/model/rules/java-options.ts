import { argumentPath } from "../argument-path";
import { instanceEnvironment } from "../runtime/instance-environment";
import { wordsOfOptions } from "../runtime/java-options";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM056 */
export const javaOptions: Rule = {
  code: "FM056",
  severity: "error",
  inManifests: "warning",
  title: "Each option of the Java virtual machine is an entry of its own",
  description:
    "An entry of `javaOpts` is one argument, whatever characters it holds, and the virtual machine ends over one that it does not know. The operator lets a shell read the entries: of operator manifests they are cut at blanks, with quotes and variables, but programs in them are not run.",
  check: ({ plan }) =>
    plan.members.flatMap((member) => (member.origin === undefined ? joinedOptions(member) : shellFindings(member))),
};

function joinedOptions({ path, spec }: MemberPlan): readonly Finding[] {
  const options = spec.java?.javaOpts;
  return (isKnown(options) ? (options ?? []) : []).flatMap((option, index): readonly Finding[] => {
    if (!isKnown(option) || !/^-\S*\s+-/.test(option)) return [];
    const message = `"${option}" holds several options`;
    return [{ path: argumentPath(path, "java", "javaOpts", index), message, help: "make each an entry of its own" }];
  });
}

/** What a shell would have put in, and Kubernetes does not. */
function shellFindings(member: MemberPlan): readonly Finding[] {
  const path = argumentPath(member.path, "java", "javaOpts");
  const known = variablesOf(member);
  return (wordsOfOptions(member) ?? []).flatMap(({ variables, programs }): readonly Finding[] => [
    ...programs.map((program) => ({
      path,
      message: `"${program}" needs a shell, and there is none: it stays as it is`,
      help: "write the value, or a variable of `pod.env`",
    })),
    ...variables
      .filter((name) => !known.has(name))
      .map((name) => ({
        path,
        message: `"$${name}" stays as it is unless the pod has a variable ${name}`,
        help: "state it in `pod.env`; variables of the image are not put in",
      })),
  ]);
}

function variablesOf({ spec, sharedEnv }: MemberPlan): ReadonlySet<string> {
  const env = isKnown(spec.pod?.env) ? (spec.pod?.env ?? []) : [];
  const referred = isKnown(spec.secretsMap) ? Object.keys(spec.secretsMap ?? {}) : [];
  const { ordinal, podName } = instanceEnvironment;
  return new Set([ordinal, podName, ...env.map(({ name }) => name), ...referred, ...Object.keys(sharedEnv)]);
}
