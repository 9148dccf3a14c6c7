import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readImage } from "../../tools/obtain/image/image-reader";
import { writeImage } from "../../tools/obtain/image/oci";
import { librariesNamed } from "../../tools/obtain/image/shared-libraries";
import { blockSize, paddingAfter, tarHeader } from "../../tools/obtain/image/tar-header";
import { digestOfTree, listTree } from "../../tools/obtain/image/tree";

describe("image files", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "function-mesh-image-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const longName = `${"deep/".repeat(40)}file`;
  function makeTree(): string {
    const root = join(directory, "tree");
    mkdirSync(join(root, "deep/".repeat(40)), { recursive: true });
    mkdirSync(join(root, "tmp"));
    chmodSync(join(root, "tmp"), 0o1777);
    writeFileSync(join(root, longName), "x".repeat(513));
    writeFileSync(join(root, "naïve"), "");
    writeFileSync(join(root, "run"), "#!/bin/sh\n", { mode: 0o700 });
    symlinkSync("y".repeat(120), join(root, "link"));
    return root;
  }
  /** What the system's tar makes of the image's last layer. */
  function listLayer(image: string, digest: string): string[] {
    const blob = execFileSync("tar", ["-xOf", image, `blobs/${digest.replace(":", "/")}`]);
    return execFileSync("tar", ["-tvf", "-"], { input: blob, env: { ...process.env, LC_ALL: "C.UTF-8" } })
      .toString()
      .trimEnd()
      .split("\n");
  }

  it("are read by tar, with long and foreign names, links and modes", async () => {
    const tar = join(directory, "image.tar");
    const members = await listTree([{ from: makeTree(), to: "/pulsar" }]);
    const digest = await writeImage(tar, { name: "localhost/a:1", layers: [members], settings: { user: "1:1" } });
    const image = await readImage(tar);
    assert.equal(image.digest, digest);
    assert.equal(image.config.User, "1:1");
    const lines = listLayer(tar, image.layers[0]?.digest ?? "");
    const shown = lines.filter((line) => !line.endsWith("deep/")).map((line) => line.replace(/\s+/g, " "));
    const time = "1970-01-01 00:00";
    assert.deepEqual(shown.sort(), [
      `-rw-r--r-- 0/0 0 ${time} pulsar/naïve`,
      `-rw-r--r-- 0/0 513 ${time} pulsar/${longName}`,
      `-rwxr-xr-x 0/0 10 ${time} pulsar/run`,
      `drwxr-xr-x 0/0 0 ${time} pulsar/`,
      `drwxrwxrwt 0/0 0 ${time} pulsar/tmp/`,
      `lrwxrwxrwx 0/0 0 ${time} pulsar/link -> ${"y".repeat(120)}`,
    ]);
  });

  it("are the same bytes for the same content", async () => {
    const layers = [await listTree([{ from: makeTree(), to: "/" }])];
    const [one, two] = [join(directory, "one.tar"), join(directory, "two.tar")];
    assert.equal(
      await writeImage(one, { name: "localhost/a:1", layers }),
      await writeImage(two, { name: "localhost/a:1", layers }),
    );
    execFileSync("cmp", [one, two]);
  });

  it("build on others: layers below, settings inherited unless given", async () => {
    const [below, above] = [join(directory, "below.tar"), join(directory, "above.tar")];
    const layers = [await listTree([{ from: makeTree(), to: "/" }])];
    const settings = { user: "1:1", environment: { A: "1", B: "2" }, entrypoint: ["/run"] };
    await writeImage(below, { name: "localhost/a:1", layers, settings });
    writeFileSync(join(directory, "jar"), "new");
    const added = [await listTree([{ from: join(directory, "jar"), to: "/pulsar/connectors/x.nar" }])];
    await writeImage(above, {
      name: "localhost/b:1",
      base: below,
      layers: added,
      settings: { environment: { B: "3" } },
    });
    const [base, image] = [await readImage(below), await readImage(above)];
    assert.deepEqual(image.config, { User: "1:1", Env: ["A=1", "B=3"], Entrypoint: ["/run"] });
    assert.deepEqual(image.layers.slice(0, 1), base.layers);
    assert.equal(
      listLayer(above, base.layers[0]?.digest ?? "").length,
      listLayer(below, base.layers[0]?.digest ?? "").length,
    );
    const names = listLayer(above, image.layers[1]?.digest ?? "").map((line) => line.replace(/.* /, ""));
    assert.deepEqual(names, ["pulsar/", "pulsar/connectors/", "pulsar/connectors/x.nar"]);
  });

  it("have a digest of their tree that content and names change", async () => {
    const root = makeTree();
    const digest = async (to: string): Promise<string> => digestOfTree(await listTree([{ from: root, to }]));
    const first = await digest("/");
    assert.equal(await digest("/"), first);
    assert.notEqual(await digest("/other"), first);
    writeFileSync(join(root, "run"), "#!/bin/xx\n");
    assert.notEqual(await digest("/"), first);
  });

  it("refuse a layer whose source is missing", async () => {
    await assert.rejects(listTree([{ from: join(directory, "none"), to: "/" }]), /ENOENT/);
  });

  it("use a header of one block, the size in octal", () => {
    const header = tarHeader({ path: "a", kind: "file", mode: 0o644, size: 513 });
    assert.equal(header.length, blockSize);
    assert.equal(header.toString("utf8", 124, 135), "00000001001");
    assert.equal(paddingAfter(513), 511);
    assert.equal(paddingAfter(512), 0);
  });

  it("take from ldd only paths that are there", () => {
    const output = [
      "/opt/java/lib/libawt.so:",
      "\tlinux-vdso.so.1 (0x00007ffe)",
      "\tlibz.so.1 => /lib/libz.so.1 (0x00007f12)",
      "\tlibjvm.so => not found",
      "\t/lib64/ld-linux-x86-64.so.2 (0x00007f34)",
    ];
    assert.deepEqual(librariesNamed(output.join("\n")), ["/lib/libz.so.1", "/lib64/ld-linux-x86-64.so.2"]);
  });
});
