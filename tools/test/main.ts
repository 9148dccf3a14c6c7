// `npm test [-- TIER… [-- MOCHA OPTIONS]]`: runs the tiers and closes with a line for each test that failed and one of counts over all.
import { type Results, runTier, sum } from "./run-tier";
import { tiers } from "./tiers";

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const end = given.indexOf("--");
  const names = end < 0 ? given : given.slice(0, end);
  const unknown = names.filter((name) => !tiers.some((tier) => tier.name === name));
  if (unknown.length > 0) {
    console.error(`there is no tier ${unknown.join(", ")}; there are ${tiers.map((tier) => tier.name).join(", ")}`);
    process.exit(2);
  }
  const chosen = names.length === 0 ? tiers : tiers.filter((tier) => names.includes(tier.name));
  const results: Results[] = [];
  for (const tier of chosen) results.push(await runTier(tier, end < 0 ? [] : given.slice(end + 1)));
  const { passed, failures, skipped } = sum(results);
  // The reports of several tiers are long; whoever sees only the end of them shall know which to read.
  for (const failure of failures) console.log(`failed: ${shortened(failure)}`);
  console.log(`${passed} passed, ${failures.length} failed, ${skipped} skipped`);
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
}

const shortened = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text);

void main();
