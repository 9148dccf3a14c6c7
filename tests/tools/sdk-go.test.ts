import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

describe("SDK for Go", () => {
  it("compiles", async () => {
    const env = { ...process.env, GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" };
    await promisify(execFile)("go", ["build", "./..."], { cwd: join(__dirname, "..", "..", "sdk", "go"), env });
  }).timeout(600_000);
});
