import { seeded } from "../../arguments/random";
import { killableStack, type KillableStack } from "../harness/kill-runs";
import { freshName, useBroker } from "./broker";

/** `npm run soak` kills at many more moments. */
const seeds = [1, 2, 3];

describe("runs of the engine that are killed", function () {
  this.timeout(240_000);
  let stack: KillableStack;
  before(async () => {
    const { adminUrl } = await useBroker();
    stack = await killableStack({ adminUrl, tenant: freshName("kills"), resources: 24 });
  });
  after(() => stack.remove());

  for (const seed of seeds) {
    it(`make everything, and take everything away, with the next run, seed ${seed}`, async () => {
      for (const moment of await stack.liveThrough(seeded(seed))) console.log(`      ${moment}`);
    });
  }
});
