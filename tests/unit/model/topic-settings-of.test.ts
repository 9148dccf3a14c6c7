import assert from "node:assert/strict";
import { topicSettingsOf } from "../../../provider/model/topic-settings-of";

describe("provider/model/topic-settings-of", () => {
  it("leaves out what is said to the mesh", () => {
    const settings = { partitions: 2, retention: { minutes: 1, size: "20Gi" }, deleteWhileInactive: true };
    const words = { external: false, terminal: true, schema: { type: "STRING" }, pulsarCluster: "east" } as const;
    assert.deepEqual(topicSettingsOf({ ...settings, ...words }), settings);
  });
});
