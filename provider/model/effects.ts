import { writtenSteps } from "./argument-path";
import { type Effect, type EffectTree, greatest } from "./effects/effect";
import { functionEffects, sinkEffects, sourceEffects } from "./effects/kind-effects";
import { defaultsEffects, kubernetesClusterEffects, pulsarClusterEffects } from "./effects/shared-effects";
import type { MemberSpecOfKind } from "./keyed-member";

export type { Effect } from "./effects/effect";

/** What has fields with effects: members, what they share, and the clusters they use. */
const trees = {
  function: functionEffects,
  source: sourceEffects,
  sink: sinkEffects,
  defaults: defaultsEffects,
  pulsar: pulsarClusterEffects,
  kubernetes: kubernetesClusterEffects,
} as const satisfies Readonly<Record<string, EffectTree>>;

export type EffectSubject = keyof typeof trees;

/** What the change of a field does, and how far that can be told from the field alone. */
export interface FieldEffect {
  /** Of another value, at most. */
  readonly effect: Effect;
  /** True where it depends on what of the field changes, or how: then the effect may be a lesser one. */
  readonly isAtMost: boolean;
  /** Of stating the field where it was left out, and the reverse, where that is another one. */
  readonly stated?: Effect;
}

/** The same as `effectOf`, and what it may be besides. */
export function fieldEffect(subject: EffectSubject, field: string): FieldEffect | undefined {
  const node = nodeAt(subject, field);
  if (node === undefined) return undefined;
  const effect = greatestIn(node);
  if (typeof node === "string") return { effect, isAtMost: false };
  const stated = node["(stated)"];
  if (node["(changed)"] !== undefined) {
    return { effect, isAtMost: false, ...(typeof stated === "string" && stated !== effect ? { stated } : {}) };
  }
  return { effect, isAtMost: Object.values(node).some((child) => mayBeLess(child, effect)) };
}

const mayBeLess = (node: Effect | EffectTree, effect: Effect): boolean =>
  typeof node === "string" ? node !== effect : Object.values(node).some((child) => mayBeLess(child, effect));

/**
 * What another value of a field does, at most: `effectOf("function", "input.topics")`. Undefined where there is no such field.
 * Below Kubernetes' own shapes any field counts as one.
 */
export function effectOf(subject: EffectSubject, field: string): Effect | undefined {
  const node = nodeAt(subject, field);
  return node === undefined ? undefined : greatestIn(node);
}

function nodeAt(subject: EffectSubject, field: string): Effect | EffectTree | undefined {
  let node: Effect | EffectTree | undefined = trees[subject];
  for (const step of writtenSteps(field)) {
    if (node === undefined || typeof node === "string") return node;
    node = Object.hasOwn(node, step) ? node[step] : node["*"];
  }
  return node;
}

function greatestIn(node: Effect | EffectTree): Effect {
  if (typeof node === "string") return node;
  const changed = node["(changed)"];
  return changed === undefined ? greatest(Object.values(node).map(greatestIn)) : greatestIn(changed);
}

/** What the change of a member's arguments does to its instances: the greatest effect of its changed fields. */
export function effectOfChange<Member extends MemberSpecOfKind>(before: Member, after: Member): Effect {
  const effect = changeWithin(trees[after.kind], before.spec, after.spec);
  const isTold = after.spec.showPreciseParallelism === true && before.spec.replicas !== after.spec.replicas;
  return isTold ? greatest([effect, "roll"]) : effect;
}

function changeWithin(node: Effect | EffectTree, before: unknown, after: unknown): Effect {
  if (isSame(before, after)) return "none";
  if (typeof node === "string") return node;
  const special = before === undefined || after === undefined ? node["(stated)"] : node["(changed)"];
  if (typeof special === "string") return special;
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return greatest([...names].map((name) => changeOfField(node, name, [old[name], now[name]])));
}

function changeOfField(node: EffectTree, name: string, [before, after]: readonly [unknown, unknown]): Effect {
  if (isSame(before, after)) return "none";
  const own = Object.hasOwn(node, name) ? node[name] : undefined;
  const comesOrGoes = before === undefined || after === undefined ? node["(entry)"] : undefined;
  if (own === undefined && typeof comesOrGoes === "string") return comesOrGoes;
  const child = own ?? node["*"];
  return child === undefined ? "none" : changeWithin(child, before, after);
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

function isSame(left: unknown, right: unknown): boolean {
  if (!isFields(left) || !isFields(right)) return left === right;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Array.isArray(left) === Array.isArray(right) && [...names].every((name) => isSame(left[name], right[name]));
}
