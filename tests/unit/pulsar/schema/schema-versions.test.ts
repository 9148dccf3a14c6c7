import assert from "node:assert/strict";
import { isOwnVersion, withOwn } from "../../../../provider/pulsar/schema/schema-versions";

describe("provider/pulsar/schema/schema-versions", () => {
  const rows = [
    ["a first registration", { version: 0, latestVersion: 0 }, {}, 0],
    ["a newer one", { version: 1, latestVersion: 1 }, { version: 0, latestOwnVersion: 0 }, 1],
    ["an earlier one that came back", { version: 0, latestVersion: 1 }, { version: 1, latestOwnVersion: 1 }, 1],
    ["a state that does not tell", { version: 0, latestVersion: 1 }, { version: 1 }, 1],
    ["a newer one of a client", { version: 0, latestVersion: 2 }, { version: 0, latestOwnVersion: 1 }, 1],
    ["numbers that began again", { version: 0, latestVersion: 0 }, { version: 4, latestOwnVersion: 5 }, 0],
  ] as const;
  for (const [name, versions, before, want] of rows) {
    it(`knows the newest version of its own after ${name}`, () => {
      assert.deepEqual(withOwn(versions, before), { ...versions, latestOwnVersion: want });
    });
  }
  it("tells versions of its own from those of others", () => {
    const outputs = { version: 0, latestVersion: 2, latestOwnVersion: 1 };
    assert.deepEqual(
      [0, 1, 2].map((newest) => isOwnVersion(newest, outputs)),
      [true, true, false],
    );
  });
});
