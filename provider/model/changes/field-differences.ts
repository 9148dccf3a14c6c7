import { type Effect, type EffectTree, greatest } from "../effects/effect";
import { isUnknown } from "../unknown";
import { isRespelt } from "./respelt";
import { isHash, type Settled } from "./settled";
import type { SettledFields } from "./settled-fields";

/** A field with another value, or a part of the arguments that came or went as a whole. */
export interface FieldDifference {
  readonly field: string;
  readonly effect: Effect;
  readonly before: Settled | undefined;
  readonly after: Settled | undefined;
  /** A part of the arguments with fields of its own, of which there is none on one side. */
  readonly isSection: boolean;
  /** Another spelling of what it was, as Kubernetes takes it. */
  readonly isRespelt: boolean;
  /** What the value follows from that no member states: the one after, or where there is none after, the one before. */
  readonly follows?: "defaults" | "runtime" | "edges";
  /** Where it stands in the arguments, if that is not below the member. */
  readonly path?: string;
  /** Whether it differs at all is known only when the change is applied. */
  readonly isOpen: boolean;
}

type Node = EffectTree[string];

/** The fields of which two sides differ, each with its effect, ordered by path. */
export function fieldDifferences(
  tree: EffectTree,
  before: SettledFields,
  after: SettledFields,
): readonly FieldDifference[] {
  const sides = { before: prefixesOf(before), after: prefixesOf(after) };
  const found = new Map<string, FieldDifference>();
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[field], after[field]];
    // That a section was there, empty, is no value that went.
    const isMark = (old === true && now === undefined) || (now === true && old === undefined);
    if (old === now || (isMark && sides.before.has(field) && sides.after.has(field))) continue;
    const reached = reach(tree, field, (path) => sides.before.has(path) !== sides.after.has(path));
    const isWhole = reached.path === field;
    const isOpen = isUnknown(old) || isUnknown(now);
    found.set(reached.path, {
      field: reached.path,
      effect: reached.effect,
      before: isWhole ? old : sides.before.has(reached.path) ? true : undefined,
      after: isWhole ? now : sides.after.has(reached.path) ? true : undefined,
      isSection: !isWhole,
      isRespelt: isWhole && !isOpen && isRespelt(reached.path, old, now),
      isOpen,
    });
  }
  return [...found.values()].sort((left, right) => (left.field < right.field ? -1 : 1));
}

/** Every path at which something stands. */
function prefixesOf(fields: SettledFields): ReadonlySet<string> {
  return new Set(Object.keys(fields).flatMap((field) => [...steps(field)].map(({ path }) => path)));
}

/** The steps of a path, and the path up to each. */
function* steps(field: string): Iterable<{ readonly step: string; readonly path: string }> {
  for (const match of field.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|[^.[\]]+/g)) {
    const [text, quoted, index] = match;
    yield { step: quoted ?? index ?? text, path: field.slice(0, match.index + text.length) };
  }
}

/** Follows the table of effects to a field, or to what came or went as a whole above it. */
function reach(
  tree: EffectTree,
  field: string,
  comesOrGoes: (path: string) => boolean,
): { path: string; effect: Effect } {
  let node: Node = tree;
  for (const { step, path } of steps(field)) {
    if (typeof node === "string") return { path: field, effect: node };
    const own: Node | undefined = Object.hasOwn(node, step) ? node[step] : undefined;
    const entry: Node | undefined = node["(entry)"];
    if (own === undefined && typeof entry === "string" && comesOrGoes(path)) return { path, effect: entry };
    const child: Node | undefined = own ?? node["*"];
    // What is worked out beside the arguments stands in the pod template.
    if (child === undefined) return { path: field, effect: "roll" };
    node = child;
    const stated: Node | undefined = typeof node === "string" ? undefined : node["(stated)"];
    if (typeof stated === "string" && comesOrGoes(path)) return { path, effect: stated };
  }
  return { path: field, effect: effectAt(node) };
}

function effectAt(node: Node): Effect {
  if (typeof node === "string") return node;
  const changed = node["(changed)"];
  return changed === undefined ? greatest(Object.values(node).map(effectAt)) : effectAt(changed);
}

/** `image changed (a → b)` */
export function differenceText(difference: FieldDifference): string {
  const { before, after, effect, isSection, isRespelt: isSame, follows } = difference;
  const field = difference.path ?? difference.field;
  const [old, now] = isSection ? [] : [shownValue(before), shownValue(after)];
  if (follows !== undefined && before === undefined)
    return `${field} follows from the ${follows}${now === undefined ? "" : ` (${now})`}`;
  if (follows !== undefined && after === undefined)
    return `${field} from the ${follows} no longer holds${old === undefined ? "" : ` (was ${old})`}`;
  const from = follows === undefined ? "" : `from the ${follows}`;
  if (before === undefined) return `${field} is stated${now === undefined ? "" : ` (${now})`}`;
  if (after === undefined && field === "volumeClaimTemplates" && effect === "none")
    return `${field} is left out, and its workload keeps those that it has`;
  if (after === undefined) return `${field} is left out${old === undefined ? "" : ` (was ${old})`}`;
  const ways = [...(old === undefined || now === undefined ? [] : [`${old} → ${now}`]), ...(from === "" ? [] : [from])];
  const way = ways.length === 0 ? "" : ` (${ways.join(", ")})`;
  return isSame ? `${field} is the same in another spelling${way}` : `${field} changed${way}`;
}

/** A value as people may see it; undefined where there is nothing to see. */
export const shownValue = (value: Settled | undefined): string | undefined =>
  value === undefined || isHash(value) || isUnknown(value) || isStandIn(value) ? undefined : String(value);

/** What stands for a secret or for something left out. */
const isStandIn = (value: Settled): boolean => typeof value === "string" && value.includes("(secret");
