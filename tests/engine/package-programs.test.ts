import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PulsarServer, startPulsar } from "../../tools/run/pulsar";
import { guideLanguages, guideProgram } from "./harness/guide-programs";
import { Stack } from "./harness/stack";

/** Packages as programs state them: assets come from the engine, with its hashes. */
describe("programs with packages", function () {
  this.timeout(300_000);
  let broker: PulsarServer;
  let stack: Stack;
  const file = "enrich.jar";

  before(async () => {
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
    broker = await startPulsar({ clusterName: "packages", directory });
  });
  afterEach(() => stack.remove());
  after(() => broker.stop());

  async function start(language: string, attach: boolean): Promise<void> {
    const { files, ...program } = guideProgram("packages", language);
    stack = await Stack.create({ ...program, files: { ...files, [file]: "first" }, attach });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
  }
  async function succeeds(run: Promise<{ readonly code: number; readonly output: string }>): Promise<string> {
    const { code, output } = await run;
    assert.equal(code, 0, output);
    return output;
  }
  const url = async (): Promise<string> => (await succeeds(stack.pulumi("stack", "output", "url"))).trim();
  const pathOf = (at: string): string =>
    `${broker.adminUrl}/admin/v3/packages/${at.replace("://", "/").replace("@", "/")}`;
  const bytesAt = async (at: string): Promise<string> => (await fetch(pathOf(at))).text();

  for (const language of guideLanguages) {
    it(`in ${language}: up, up without a change, destroy`, async () => {
      await start(language, true);
      await succeeds(stack.up());
      assert.equal(await bytesAt(await url()), "first");
      await succeeds(stack.up("--expect-no-changes", "--refresh"));
      await succeeds(stack.destroy());
      assert.equal((await fetch(`${pathOf("function://retail/orders/enrich@a7937b64b8ca")}/metadata`)).status, 404);
    });
  }

  it("show the next version at preview, and delete the old one last", async () => {
    await start("yaml", false);
    await succeeds(stack.up());
    const before = await url();
    stack.write({ [file]: "second" });
    const preview = await succeeds(stack.preview("--diff"));
    assert.match(preview, /\+-function-mesh:pulsar:Package/);
    assert.match(
      preview,
      /url *: "function:\/\/retail\/orders\/enrich@a7937b64b8ca" => "function:\/\/retail\/orders\/enrich@16367aacb67a"/,
    );
    const steps = await succeeds(stack.up());
    assert.match(steps, /created replacement[\s\S]*deleted original/);
    assert.equal(await bytesAt(await url()), "second");
    assert.equal((await fetch(`${pathOf(before)}/metadata`)).status, 404);
    await succeeds(stack.destroy());
  });

  it("find bytes that somebody exchanged, and upload theirs again", async () => {
    await start("yaml", true);
    await succeeds(stack.up());
    const at = await url();
    await fetch(pathOf(at), { method: "DELETE" });
    const form = new FormData();
    form.append("metadata", new Blob(["{}"], { type: "application/json" }));
    form.append("file", new Blob(["theirs"]));
    await fetch(pathOf(at), { method: "POST", body: form });
    await succeeds(stack.refresh());
    assert.match(await succeeds(stack.preview("--diff")), /content/);
    await succeeds(stack.up());
    assert.deepEqual([await url(), await bytesAt(at)], [at, "first"]);
    await succeeds(stack.up("--expect-no-changes", "--refresh"));
    await succeeds(stack.destroy());
  });

  it("import what is there", async () => {
    await start("yaml", true);
    await succeeds(stack.up());
    const id = await url();
    const imported = { type: "function-mesh:pulsar:Package", name: "enrich" };
    await succeeds(stack.pulumi("state", "delete", "--yes", "--all"));
    await succeeds(stack.pulumi("import", "--yes", "--protect=false", imported.type, imported.name, id));
    await succeeds(stack.up("--expect-no-changes"));
    await succeeds(stack.destroy());
  });
});
