import { meantQuantity, storedQuantity } from "../stored-quantity";
import { hashed, type Settle, type Settled } from "./settled";

/** The one text of every spelling of a quantity. */
type Spell = (text: string) => string;

/**
 * Fields that are compared by their hash and have quantities in them. Pods are told apart by the text that Kubernetes stores; an
 * autoscaler goes by what a quantity means.
 */
const quantityFields: Readonly<Record<string, Spell>> = {
  "pod.volumes": storedQuantity,
  "pod.initContainers": storedQuantity,
  "pod.sidecars": storedQuantity,
  "autoscaling.metrics": meantQuantity,
};

/** True for two spellings of one thing: Kubernetes keeps what it has. */
export function isRespelt(field: string, before: Settled | undefined, after: Settled | undefined): boolean {
  if (typeof before !== "string" || typeof after !== "string") return false;
  if (/^resources\.(?:requests|limits)\b/.test(field)) return storedQuantity(before) === storedQuantity(after);
  return Object.hasOwn(quantityFields, field) && meantHash(before) === meantHash(after);
}

/** Of a field with quantities: the hash of what is meant comes first, and that of how it is written after it where the two differ. */
export function hashedSpelling(field: string, value: unknown, settle: Settle): string {
  const written = hashed(value, settle);
  const spell = Object.hasOwn(quantityFields, field) ? quantityFields[field] : undefined;
  const meant = spell === undefined ? written : hashed(withOneSpelling(value, spell), settle);
  return meant === written ? written : `${meant} ${written}`;
}

const meantHash = (hashes: string): string | undefined => hashes.split(" ")[0];

/** A value with each of its quantities in one spelling. */
function withOneSpelling(value: unknown, spell: Spell, path: readonly string[] = []): unknown {
  if (typeof value === "string") return isQuantity(path) ? spell(value) : value;
  if (Array.isArray(value)) return value.map((item) => withOneSpelling(item, spell, path));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withOneSpelling(item, spell, [...path, key])]),
  );
}

const alone: ReadonlySet<string | undefined> = new Set(["sizeLimit", "divisor", "averageValue"]);

/** `resources.requests.memory` and its like, wherever they stand. The value of a variable is none. */
function isQuantity(path: readonly string[]): boolean {
  const [last, kind, section] = [path.at(-1), path.at(-2), path.at(-3)];
  if (section === "resources") return kind === "requests" || kind === "limits";
  return last === "value" ? kind === "target" : alone.has(last);
}
