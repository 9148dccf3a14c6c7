import { type Random } from "./random";

const texts: readonly string[] = [
  "",
  " ",
  "\n",
  "\t x",
  ".",
  "..",
  "/",
  "//",
  "a/b",
  "a b",
  "a#b",
  "a%2Fb",
  "a?b=c&d",
  "a\\b",
  'a"b',
  "a,b",
  "a\u0000b",
  "\u200b",
  "\ufeffx",
  "é",
  "e\u0301",
  "漢字",
  "😀",
  "İ",
  "NaN",
  "null",
  "true",
  "-1",
  "0",
  "1e999",
  "9223372036854775808",
  "18446744073709551616",
  "0x10",
  "1.5Gi",
  "-1Gi",
  "10gb",
  "unlimited",
  "constructor",
  "function-mesh.urn",
  "${x}",
  "x".repeat(300),
  "x".repeat(70_000),
];

const numbers: readonly number[] = [
  -1,
  0,
  1,
  2,
  -2,
  0.5,
  -0.5,
  1e-9,
  255,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 53 - 1,
  2 ** 53,
  2 ** 63,
  1e308,
  NaN,
  Infinity,
  -Infinity,
];

const others: readonly unknown[] = [null, true, false, [], {}, [null], [""], [[]], { "": "" }, { a: null }, { a: {} }];

export const oddText = (random: Random): string => random.pick(texts);

export const oddNumber = (random: Random): number => random.pick(numbers);

/** A value of any kind, most of them where nothing but a mistake puts them. */
export function oddValue(random: Random): unknown {
  return random.pick([oddText, oddNumber, (other: Random) => other.pick(others)])(random);
}
