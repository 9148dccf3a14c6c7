import { argumentPath } from "../argument-path";
import type { EffectTree } from "../effects/effect";
import { isKnown, isUnknown, isWholePlaceholder } from "../unknown";
import { hashedSpelling } from "./respelt";
import { hashed, type Settle, type Settled, settledText } from "./settled";

/** Fields by path below what has them. */
export type SettledFields = Readonly<Record<string, Settled>>;

type Fields = Readonly<Record<string, unknown>>;
type Node = EffectTree[string];

/** How a value is taken apart into fields. */
export interface FieldReading {
  readonly settle: Settle;
  /** Fields whose texts may be shown: short, and never a credential or a part of somebody's code. */
  readonly shown: ReadonlySet<string>;
  /** Maps that the effects take as one, and reviewers want to see in parts: how deep. */
  readonly depths: Readonly<Record<string, number>>;
  /** What a field is that is left out; stating it so changes nothing. */
  readonly defaults: SettledFields;
}

/** The stated fields of a value, as finely as the table of effects knows them. */
export function settledFields(value: object, tree: EffectTree, reading: FieldReading): SettledFields {
  const found: [string, Settled][] = [];
  collect({ path: "", node: tree, depth: 0 }, value, { ...reading, found });
  return Object.fromEntries(found);
}

interface Place {
  readonly path: string;
  readonly node: Node;
  /** How deep the value is still taken apart although its effect is one. */
  readonly depth: number;
}

interface Collecting extends FieldReading {
  readonly found: [string, Settled][];
}

function collect(place: Place, value: unknown, collecting: Collecting): void {
  if (value === undefined || value === null || collecting.defaults[place.path] === value) return;
  const { path, node } = place;
  const depth = place.depth > 0 ? place.depth : (collecting.depths[path] ?? 0);
  if (!isFields(value) || (typeof node === "string" ? depth === 0 : node["(changed)"] !== undefined)) {
    add(path, settledValue(path, value, collecting), collecting);
    return;
  }
  const before = collecting.found.length;
  for (const [key, item] of Object.entries(value)) {
    const child = typeof node === "string" ? node : Object.hasOwn(node, key) ? node[key] : node["*"];
    if (child !== undefined)
      collect({ path: below(path, key, value), node: child, depth: Math.max(0, depth - 1) }, item, collecting);
  }
  // That it is there at all may be what counts.
  if (collecting.found.length === before && typeof node !== "string" && node["(stated)"] !== undefined)
    add(path, true, collecting);
}

const add = (path: string, value: Settled, { found }: Collecting): number => found.push([path, value]);

const below = (path: string, key: string, parent: Fields): string =>
  argumentPath(path, Array.isArray(parent) ? Number(key) : isKnown(key) ? key : "(computed)");

function settledValue(path: string, value: unknown, { settle, shown }: Collecting): Settled {
  const isPlaceholder = typeof value === "string" && !isKnown(value);
  if (isSecretPath(path) && !isPlaceholder) return "(secret)";
  if (typeof value === "boolean" || typeof value === "number") return isHidden(path) ? hashed(value, settle) : value;
  if (typeof value !== "string") return hashedSpelling(path, value, settle);
  const settled = settledText(value, settle);
  if (isUnknown(settled) || isWholePlaceholder(value)) return settled;
  return isShown(path, shown) && isKnown(value) && isPresentable(value) ? value : hashed(value, settle);
}

/** These are secret wherever they come from: not even a hash of one is kept. */
const isSecretPath = (path: string): boolean =>
  /^(secrets|kubeconfig)\b/.test(path) ||
  /^(auth|instanceAuth|tls|instanceTls)\..*\b(token|password|credentials|key|params|headers)\b/.test(path);

/** The values of a configuration are never shown, however plain. */
const isHidden = (path: string): boolean => /^(config|secrets)\b/.test(path);

const isShown = (path: string, shown: ReadonlySet<string>): boolean =>
  shown.has(path) || shown.has(path.replace(/[.[].*$/, ".*"));

/** Short, of one line, and no address with a credential in it. */
const isPresentable = (text: string): boolean =>
  text.length <= 120 && !/[\r\n]/.test(text) && !/:\/\/[^/]*@|[?&#]/.test(text);

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
