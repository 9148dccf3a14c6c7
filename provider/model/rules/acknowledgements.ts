import { argumentPath } from "../argument-path";
import { guaranteeOf } from "../guarantee";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM036 */
export const acknowledgements: Rule = {
  code: "FM036",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Acknowledging by hand is said by the guarantee",
  description:
    "`autoAck: false` means that your code acknowledges messages, which the guarantee `manual` says as well; `true` says the contrary of that, which is warned of: the guarantee counts. With another guarantee only the Python instance leaves it to your code: the Java instance acknowledges what was processed all the same, as connectors of sinks do, and the Go instance stops as soon as it starts. For every runtime `atmost_once` contradicts it: that acknowledges before your code sees the message.",
  check: ({ plan }) => plan.members.flatMap(memberFindings),
};

function memberFindings(member: MemberPlan): readonly Finding[] {
  if (member.kind === "source") return [];
  const guarantee = guaranteeOf(member);
  // Manifests of the operator state both as a matter of course; of a window it is FM051's.
  const isWindowed = member.kind === "function" && member.spec.windowConfig !== undefined;
  const isLeftAlone = member.origin !== undefined || isWindowed;
  if (!isLeftAlone && member.spec.autoAck === true && member.spec.processingGuarantee === "manual")
    return [acknowledgesBoth(member.path)];
  if (member.spec.autoAck !== false) return [];
  // Effectively-once with acknowledging by hand is FM031's.
  const isContradiction =
    guarantee === "atmost_once" || (guarantee === "atleast_once" && Object.hasOwn(consequences, member.runtime));
  if (!isKnown(guarantee) || !isContradiction) return [];
  return [
    {
      path: argumentPath(member.path, "autoAck"),
      message: `is false together with ${guarantee}${consequenceOf(member)}`,
      help:
        member.kind === "sink" ? "leave `autoAck` out" : "state `processingGuarantee: manual`, or leave `autoAck` out",
    },
  ];
}

const acknowledgesBoth = (path: string): Finding => ({
  path: argumentPath(path, "autoAck"),
  severity: "warning",
  message: "is true together with manual, with which your code acknowledges messages",
  help: "leave `autoAck` out, or state another `processingGuarantee`",
});

const consequenceOf = ({ kind, runtime }: MemberPlan): string =>
  kind === "sink" ? ", and a connector acknowledges its messages itself" : (consequences[runtime] ?? "");

/** What comes of it where the guarantee, or the contradiction itself, counts for more than `autoAck`. */
const consequences: Readonly<Partial<Record<MemberPlan["runtime"], string>>> = {
  java: ", with which a function in Java acknowledges messages whatever its code does",
  golang: ", which stops the instance of a function in Go at once",
};
