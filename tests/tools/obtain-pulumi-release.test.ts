import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tryRelease } from "../../tools/obtain/pulumi-release";
import { versions } from "../../tools/obtain/versions";

const archive = `pulumi-${versions.pulumi}-${process.platform}-${process.arch}.tar.gz`;
const checksums = `pulumi-${versions.pulumi.slice(1)}-checksums.txt`;

describe("the official release of Pulumi", () => {
  let directory = "";
  let server: Server | undefined;
  const files = new Map<string, Buffer>();
  const before = process.env["FUNCTION_MESH_CACHE"];

  /** The address of a server with these files. */
  async function serve(): Promise<string> {
    server = createServer((request, response) => {
      const file = files.get((request.url ?? "").slice(1));
      response.writeHead(file === undefined ? 404 : 200).end(file);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    assert(typeof address === "object" && address !== null);
    return `http://127.0.0.1:${address.port}`;
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "function-mesh-release-"));
    process.env["FUNCTION_MESH_CACHE"] = join(directory, "cache");
    mkdirSync(join(directory, "pulumi"));
    writeFileSync(join(directory, "pulumi", "pulumi"), "#!/bin/sh\n", { mode: 0o755 });
    execFileSync("tar", ["-czf", "release.tar.gz", "pulumi"], { cwd: directory });
    const content = readFileSync(join(directory, "release.tar.gz"));
    const sha256 = createHash("sha256").update(content).digest("hex");
    files.clear();
    files.set(archive, content).set(checksums, Buffer.from(`${sha256}  ${archive}\n`));
  });
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    if (before === undefined) delete process.env["FUNCTION_MESH_CACHE"];
    else process.env["FUNCTION_MESH_CACHE"] = before;
    rmSync(directory, { recursive: true, force: true });
  });

  it("is unpacked when it is what its list of checksums says", async () => {
    const release = await tryRelease(await serve());
    assert.deepEqual(readdirSync(release ?? ""), ["pulumi"]);
  });

  it("is not taken when it is something else", async () => {
    files.set(archive, Buffer.from("something else"));
    assert.equal(await tryRelease(await serve()), undefined);
  });

  it("is not taken without a list of checksums", async () => {
    files.delete(checksums);
    assert.equal(await tryRelease(await serve()), undefined);
  });

  it("is not taken where it cannot be reached", async () => {
    const address = await serve();
    server?.close();
    await once(server ?? assert.fail(), "close");
    assert.equal(await tryRelease(address), undefined);
  });
});
