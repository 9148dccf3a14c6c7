import assert from "node:assert/strict";
import { keyDirectories } from "../../../provider/model/key-directories";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const crypto = (...cryptoSecrets: readonly { secretName: string; secretKey: string; asVolume?: string }[]) => ({
  cryptoConfig: { cryptoKeyReaderClassName: "com.acme.Keys", cryptoSecrets },
});

describe("keyDirectories", () => {
  it("has each directory once, however it is spelt, and each key once", () => {
    const [a, b] = [
      { secretName: "s", secretKey: "a" },
      { secretName: "t", secretKey: "b" },
    ];
    const sourceSpecs = {
      x: crypto({ ...a, asVolume: "/keys" }, { ...b, asVolume: "/more" }, a),
      y: crypto({ ...b, asVolume: "/keys/" }, { ...a, asVolume: "/keys//" }),
    };
    const { member } = onlyPlace(sampleMesh({ functions: { f: javaFunction({ input: { sourceSpecs } }) } }));
    const found = keyDirectories(member).map(({ path, secrets }) => [path, secrets.map(({ secretKey }) => secretKey)]);
    assert.deepEqual(found, [
      ["/keys", ["a", "b"]],
      ["/more", ["b"]],
    ]);
  });
});
