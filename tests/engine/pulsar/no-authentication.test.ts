import { useBroker } from "./broker";
import { walkThroughSample } from "./sample-contract";

describe("provider/pulsar at a broker without authentication", function () {
  this.timeout(180_000);
  it("makes, reads, changes and deletes", async () => walkThroughSample((await useBroker()).admin));
});
