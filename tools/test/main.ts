// `npm test [-- TIER… [-- MOCHA OPTIONS]]`: runs the tiers and closes with one line of counts over all of them.
import { type Counts, runTier, sum } from "./run-tier";
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
  const counts: Counts[] = [];
  for (const tier of chosen) counts.push(await runTier(tier, end < 0 ? [] : given.slice(end + 1)));
  const totals = sum(counts);
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

void main();
