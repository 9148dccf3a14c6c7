import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { differs } from "../rollout/declared";

type Tree = Readonly<Record<string, unknown>>;

/**
 * Where claim templates name the StatefulSet that was stopped for this one. It ties the two: with another predecessor the engine
 * makes the StatefulSet anew, also where the change for which it was stopped has been taken back. Claim templates cannot change
 * on a live StatefulSet, so that nobody's edit makes the engine do that.
 */
export const predecessorAnnotation = "compute.functionmesh.io/predecessor";

/** Claim templates that name the predecessor; as they are where there is none. */
export function withPredecessor(templates: unknown, predecessor: unknown): unknown {
  if (typeof predecessor !== "string" || predecessor === "" || !Array.isArray(templates)) return templates;
  return templates.map((template: unknown) => {
    const { metadata, ...rest } = treeOf(template);
    const { annotations, ...named } = treeOf(metadata);
    return {
      ...rest,
      metadata: { ...named, annotations: { ...treeOf(annotations), [predecessorAnnotation]: predecessor } },
    };
  });
}

/** The predecessor that a live StatefulSet names; an empty text where it names none. */
export function predecessorIn({ spec }: V1StatefulSet): string {
  const named = (spec?.volumeClaimTemplates ?? []).map(
    ({ metadata }) => metadata?.annotations?.[predecessorAnnotation] ?? "",
  );
  return named.find((uid) => uid !== "") ?? "";
}

/** True where the live templates are others than the declared ones, also where they only hold more. */
export function otherTemplates(declared: unknown, { spec }: V1StatefulSet): boolean {
  const live = spec?.volumeClaimTemplates ?? [];
  return differs(declared, live) || differs(live.map(declaredPart), declared);
}

/** What the API server and the predecessor's mark add is not declared. */
function declaredPart(template: object): Tree {
  const { metadata, spec } = treeOf(template);
  const named = without(treeOf(metadata), ["creationTimestamp"]);
  const annotations = without(treeOf(named["annotations"]), [predecessorAnnotation]);
  const stated = treeOf(spec);
  return {
    metadata: { ...named, annotations },
    spec: stated["volumeMode"] === "Filesystem" ? without(stated, ["volumeMode"]) : stated,
  };
}

const without = (tree: Tree, keys: readonly string[]): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([key]) => !keys.includes(key)));

const treeOf = (value: unknown): Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
