import { byText } from "../sorted-entries";

/** Of several that are as frequent the first by name: the order of the texts does not count. */
export function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most] = [...counts].sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || byText(left, right),
  );
  return most?.[0];
}
