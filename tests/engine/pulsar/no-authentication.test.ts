import { createAdminClient } from "../../../provider/pulsar/admin/client";
import { clusterOfContracts, useBroker } from "./broker";
import { walkThroughSample } from "./sample-contract";

describe("provider/pulsar at a broker without authentication", function () {
  this.timeout(180_000);
  it("makes, reads, changes and deletes", async () => {
    const { adminUrl } = await useBroker();
    // While the walk's own cluster is known as well, a tenant can only be imported where one's own has a name.
    const admin = createAdminClient({ adminUrl, clusterName: clusterOfContracts });
    await walkThroughSample(admin);
    await admin.close();
  });
});
