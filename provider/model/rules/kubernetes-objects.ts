import { argumentPath } from "../argument-path";
import { functionDetails } from "../function-details";
import type { MemberPlan } from "../plan";
import { sortedEntries } from "../sorted-entries";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding } from "./rule";

/**
 * Longest text that Linux gives a process as one argument or variable. A longer one is accepted by the API server, and the
 * container then never starts.
 */
const longestArgument = 128 * 1024 - 1;

/** Names of namespaces and the size of what instances are told. */
export const objectFindings = ({ plan, spec }: CheckedMesh): readonly Finding[] => [
  ...sortedEntries(spec.kubernetes).flatMap(([key, { namespace }]): readonly Finding[] => {
    if (namespace === undefined || !isKnown(namespace) || /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace))
      return [];
    const help = "write at most 63 lower-case letters, digits and -";
    return [
      {
        path: argumentPath("kubernetes", key, "namespace"),
        message: `"${namespace}" is not a name of a Kubernetes namespace`,
        help,
      },
    ];
  }),
  ...plan.members.flatMap((member): readonly Finding[] => {
    if (!mayBeLong(member)) return [];
    const length = Buffer.byteLength(functionDetails(member)) + "--function_details".length;
    if (length <= longestArgument) return [];
    const message = `makes the description of the member ${length} bytes long, more than the ${longestArgument} a process can be given`;
    return [
      {
        path: argumentPath(member.path, "config"),
        message,
        help: "move large settings into a ConfigMap and mount it by `pod.volumes`",
      },
    ];
  }),
];

/** Only large settings, or hundreds of topics, come near the limit; to describe every member here would double the time. */
const mayBeLong = ({ reads, spec }: MemberPlan): boolean =>
  // Text within the text of JSON is at most twice as long, and a character at most three bytes.
  reads.length >= 200 || JSON.stringify(spec.config ?? {}).length > longestArgument / 12;
