import { decidedPolicies } from "../decided-policy";
import { subscriptionTypeNames as names, subscriptionTypeOf } from "../subscription-type";
import { isKnown, isWhollyKnown } from "../unknown";
import type { CheckedMesh, Finding } from "./rule";

/** Entries of topics and namespaces that keep members from reading the way they do: brokers refuse such a consumer. Each is told once. */
export function enabledTypeFindings(mesh: CheckedMesh): readonly Finding[] {
  const decided = decidedPolicies(mesh);
  const found = new Map<string, Finding>();
  for (const member of mesh.plan.members) {
    const type = subscriptionTypeOf(member);
    if (type === undefined) continue;
    for (const { name } of [...member.reads, ...member.found].filter((use) => isKnown(use.name))) {
      const policy = decided(name, "subscriptionTypesEnabled");
      const enabled = policy?.value ?? [];
      // An empty list is none: the setting above it counts.
      if (policy === undefined || enabled.length === 0 || !isWhollyKnown(enabled)) continue;
      if (enabled.includes(names[type]) || found.has(`${policy.path} ${type}`)) continue;
      found.set(`${policy.path} ${type}`, {
        path: policy.path,
        message: `lacks ${names[type]}, by which ${member.path || member.name} reads "${name}"`,
        help: `add ${names[type]}, or leave the list out`,
      });
    }
  }
  return [...found.values()];
}
