import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AssetValue } from "../../../../provider/model/asset-value";
import { bytesOf, emptyHash, hashOfContent, versionOfHash } from "../../../../provider/pulsar/package/package-content";

const hash = createHash("sha256").update("print(1)").digest("hex");

describe("provider/pulsar/package/package-content", () => {
  let directory: string;
  let server: Server;
  let web: string;
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), "function-mesh-content-"));
    writeFileSync(join(directory, "a.py"), "print(1)");
    server = createServer((request, response) => {
      if (request.url === "/a.py") response.end("print(1)");
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    rmSync(directory, { recursive: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const file = (name: string): string => join(directory, name);

  async function read(content: AssetValue): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytesOf(content)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it("takes the engine's hash, hashes texts, and leaves anything else alone", () => {
    assert.equal(hashOfContent(new AssetValue(undefined, "print(1)", undefined, undefined)), hash);
    assert.equal(hashOfContent(new AssetValue("a.py", undefined, undefined, "00")), "00");
    assert.equal(hashOfContent("unknown"), "unknown");
    assert.equal(versionOfHash(hash), hash.slice(0, 12));
    assert.equal(hashOfContent(new AssetValue(undefined, "", undefined, undefined)), emptyHash);
  });
  it("reads texts, files and what another server has", async () => {
    const assets = [
      new AssetValue(undefined, "print(1)", undefined, undefined),
      new AssetValue(file("a.py"), undefined, undefined, hash),
      new AssetValue(undefined, undefined, pathToFileURL(file("a.py")).href, hash),
      new AssetValue(undefined, undefined, `${web}/a.py`, hash),
    ];
    for (const asset of assets) assert.equal(await read(asset), "print(1)");
  });

  const wrong: readonly { name: string; asset: () => AssetValue; message: RegExp }[] = [
    {
      name: "another content",
      asset: () => new AssetValue(file("a.py"), undefined, undefined, "00"),
      message: /a\.py is not what Pulumi saw when it compared\. Run again; .* absolute path\.$/,
    },
    {
      name: "no such file",
      asset: () => new AssetValue(file("none.py"), undefined, undefined, hash),
      message: /none\.py cannot be read \(ENOENT\)\. /,
    },
    {
      name: "nothing at the other server",
      asset: () => new AssetValue(undefined, undefined, `${web}/none.py`, hash),
      message: /none\.py cannot be read \(status 404\)\. Run again\.$/,
    },
    {
      name: "no other server",
      asset: () => new AssetValue(undefined, undefined, "http://127.0.0.1:9/a.py", hash),
      message: /cannot be read \(.+\)/,
    },
    {
      name: "what an import found",
      asset: () => new AssetValue(undefined, undefined, "function://t/n/p@1", hash),
      message: /function:.* cannot be read/,
    },
    {
      name: "nothing",
      asset: () => new AssetValue(undefined, undefined, undefined, hash),
      message: /content has to be an asset/,
    },
  ];
  for (const { name, asset, message } of wrong) {
    it(`ends with an error: ${name}`, () =>
      assert.rejects(read(asset()), (error: Error) => {
        assert.equal(error.constructor.name, "UnusableContent");
        assert.match(error.message, message);
        return true;
      }));
  }
});
