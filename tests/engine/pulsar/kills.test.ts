import { seeded } from "../../arguments/random";
import { killableStack, type KillableStack } from "../harness/kill-runs";
import { type Victim } from "../harness/stack-processes";
import { clusterOfContracts, freshName, useBroker } from "./broker";

/** By their seeds; `npm run soak` kills at many more moments. */
const victims: readonly Victim[] = ["plugin", "plugin", "engine"];

describe("runs of the engine that are killed", function () {
  this.timeout(240_000);
  let stack: KillableStack;
  before(async () => {
    const { adminUrl } = await useBroker();
    stack = await killableStack({
      adminUrl,
      clusterName: clusterOfContracts,
      tenant: freshName("kills"),
      resources: 24,
    });
  });
  after(() => stack.remove());

  for (const [index, victim] of victims.entries()) {
    it(`make everything, and take everything away, with the run after the ${victim}'s death, seed ${index + 1}`, async () => {
      for (const moment of await stack.liveThrough(victim, seeded(index + 1))) console.log(`      ${moment}`);
    });
  }
});
