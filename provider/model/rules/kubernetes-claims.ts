import { argumentPath } from "../argument-path";
import type { PersistentVolumeClaimTemplate } from "../kubernetes-types";
import { knownItems } from "../known-items";
import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { isKnown } from "../unknown";
import { choiceFindings } from "./kubernetes-choices";
import { labelNames } from "./kubernetes-names";
import { type Named, repeatedNames } from "./repeated-names";
import type { Finding } from "./rule";

const templatesOf = ({ spec: { volumeClaimTemplates } }: MemberPlan) => knownItems(volumeClaimTemplates);

/** The names of a member's volume claim templates. */
export const claimNames = (member: MemberPlan): readonly Named[] =>
  templatesOf(member).flatMap(([{ metadata }, index]) =>
    isKnown(metadata)
      ? [
          {
            name: metadata?.name ?? "",
            path: argumentPath(member.path, "volumeClaimTemplates", index, "metadata", "name"),
          },
        ]
      : [],
  );

/** Volume claim templates have names of their own, and ask for storage in some way of access. */
export function claimFindings(member: MemberPlan): readonly Finding[] {
  const names = claimNames(member);
  const volumes = knownItems(member.spec.pod?.volumes);
  return [
    ...repeatedNames(names, "a volume claim"),
    ...labelNames(names, "a volume claim"),
    ...names
      .filter(({ name }) => volumes.some(([volume]) => isKnown(name) && volume.name === name))
      .map(({ name, path }): Finding => ({
        path,
        // The API server takes both, and the claim stands in place of the volume.
        inManifests: "warning",
        message: `"${name}" is a volume of \`pod.volumes\` as well`,
        help: "use another one",
      })),
    ...templatesOf(member).flatMap(([template, index]) =>
      requestFindings(template, argumentPath(member.path, "volumeClaimTemplates", index, "spec")),
    ),
  ];
}

const accessModes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"];

function requestFindings({ spec }: PersistentVolumeClaimTemplate, path: string): readonly Finding[] {
  if (!isKnown(spec) || !isKnown(spec.resources)) return [];
  const requests = spec.resources?.requests;
  const storage = isKnown(requests) ? requests?.["storage"] : requests;
  const at = argumentPath(path, "resources", "requests", "storage");
  return [
    ...(isKnown(spec.accessModes) && (spec.accessModes ?? []).length === 0
      ? [{ path: argumentPath(path, "accessModes"), message: "is missing", help: "state one, such as ReadWriteOnce" }]
      : []),
    ...(isKnown(spec.accessModes) ? (spec.accessModes ?? []) : []).flatMap((mode, index) =>
      choiceFindings(mode, argumentPath(path, "accessModes", index), accessModes),
    ),
    ...(storage === undefined
      ? [{ path: at, message: "is missing", help: 'state the size of the volume, such as "10Gi"' }]
      : typeof storage !== "string" || !isKnown(storage) || (readQuantity(storage) ?? 0) > 0
        ? []
        : [{ path: at, message: `"${storage}" is not a size`, help: 'write a quantity, such as "10Gi"' }]),
  ];
}
