import { AssetValue } from "../../provider/model/asset-value";
import { type DescribedProperty, exampleOf } from "./example-of";
import { oddNumber, oddText, oddValue } from "./odd-values";
import { type Random } from "./random";

export type Values = Readonly<Record<string, unknown>>;

/** Right arguments of a resource, some more of them by the examples of their documentation, and then broken in a few places. */
export function brokenArguments(
  base: Values,
  properties: Readonly<Record<string, DescribedProperty>>,
  random: Random,
): Values {
  let values: Values = base;
  for (let more = random.below(4); more > 0; more -= 1) {
    const name = random.pick(Object.keys(properties));
    const example = exampleOf(properties[name] ?? {});
    if (!(name in base)) values = { ...values, [name]: example ?? oddValue(random) };
  }
  for (let breaks = 1 + random.below(2); breaks > 0; breaks -= 1) {
    const name = random.pick(Object.keys(random.chance(0.5) ? values : properties));
    values = random.chance(0.05)
      ? { ...values, [oddText(random)]: oddValue(random) }
      : { ...values, [name]: broken(values[name], random) };
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The value broken somewhere: itself, or something in it. */
function broken(value: unknown, random: Random): unknown {
  if (random.chance(0.15)) return oddValue(random);
  if (typeof value === "string") return brokenText(value, random);
  if (typeof value === "number") return random.pick([-value, value + 0.5, String(value), oddNumber(random)]);
  if (typeof value === "boolean") return random.pick<unknown>([String(value), value ? 1 : 0, !value]);
  if (value instanceof AssetValue) return brokenAsset(value, random);
  if (Array.isArray(value)) return brokenList(value, random);
  if (typeof value === "object" && value !== null) return brokenObject({ ...value }, random);
  return oddValue(random);
}

function brokenText(text: string, random: Random): string {
  const odd = oddText(random);
  const at = random.below(text.length + 1);
  return random.pick([odd, text + odd, odd + text, text.slice(0, at) + odd + text.slice(at), text.toUpperCase()]);
}

/** Its hash is the engine's, and right. */
const brokenAsset = ({ hash }: AssetValue, random: Random): AssetValue =>
  random.pick([
    new AssetValue(oddText(random), undefined, undefined, hash),
    new AssetValue(undefined, undefined, `http://127.0.0.1:9/${oddText(random)}`, hash),
    new AssetValue(undefined, undefined, undefined, undefined),
  ]);

function brokenList(list: readonly unknown[], random: Random): readonly unknown[] {
  if (list.length === 0 || random.chance(0.3)) return [...list, oddValue(random)];
  if (random.chance(0.3)) return [...list, ...list];
  const at = random.below(list.length);
  return list.map((item: unknown, index) => (index === at ? broken(item, random) : item));
}

function brokenObject(object: Values, random: Random): Values {
  const names = Object.keys(object);
  if (names.length === 0 || random.chance(0.2)) return { ...object, [oddText(random)]: oddValue(random) };
  const name = random.pick(names);
  if (random.chance(0.2)) return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  return { ...object, [name]: broken(object[name], random) };
}
