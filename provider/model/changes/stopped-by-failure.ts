import type { Change } from "./change";
import type { MeshFacts } from "./mesh-facts";
import { someOf } from "./member-words";

/**
 * What becomes of members whose only instance is restarted by some changes, should the new version not work; undefined where there
 * are none. Of several instances the others go on with the old version, since Kubernetes restarts one at a time.
 */
export function stoppedByFailure(changes: readonly Change[], before: MeshFacts): string | undefined {
  const restarted = new Set(changes.filter(restarts).flatMap(({ members = [] }) => members));
  const names = before.members
    .filter(({ name, pods, replacedOnRoll }) => pods === 1 && replacedOnRoll !== true && restarted.has(name))
    .map(({ name }) => name);
  if (names.length === 0) return undefined;
  const [has, its, one] = names.length === 1 ? ["has", "its", "it"] : ["have", "their", "them"];
  return `${someOf(names)} ${has} one instance: should the new version not work, nothing runs of ${one} until that is mended. State \`replicas: 2\`, or \`naming: "unique"\` for the mesh with \`rollout: { replaceOnRoll: true }\`, to keep ${its} old version running.`;
}

const restarts = ({ effect }: Change): boolean => effect === "roll" || effect === "drain";
