import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildImage } from "../../tools/obtain/images";
import type { Environment } from "../../tools/quickstart/environment";
import { admin } from "../engine/harness/admin";
import { Stack, type StackOptions } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { receive, send } from "./harness/messages";

const readme = readFileSync(join(__dirname, "..", "..", "README.md"), "utf8");

/** The README's blocks of a language, in order. */
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match) => match[1] ?? "");

const [code = "", pythonProgram = ""] = blocks("python");
const programs: Readonly<Record<string, Pick<StackOptions, "language" | "files">>> = {
  TypeScript: {
    language: "nodejs",
    files: {
      "Pulumi.yaml": { name: "orders", runtime: "nodejs" },
      "package.json": {},
      "index.ts": blocks("ts")[0] ?? "",
    },
  },
  Python: {
    language: "python",
    files: { "Pulumi.yaml": { name: "orders", runtime: "python" }, "__main__.py": pythonProgram },
  },
  YAML: { language: "yaml", files: { "Pulumi.yaml": blocks("yaml")[0] ?? "" } },
};

/** The README's first program does what it says, as it is written there, with real pods. Counts as 10 tests. */
describe("first program of the README", () => {
  let surroundings: Environment;
  before(async () => {
    surroundings = await environment();
    // The image that the program gets by default, which no node here can pull: our own under its name.
    const standIn = await buildImage({
      name: "docker.io/apachepulsar/pulsar:4.0.8",
      layers: [],
      base: surroundings.images.python,
      ...pythonSettings,
    });
    await surroundings.cluster.importImage(standIn.tar);
  });

  for (const [language, program] of Object.entries(programs)) {
    it(`runs in ${language}`, async () => {
      const { broker, cluster } = surroundings;
      const stack = await Stack.create({ ...program, files: { ...program.files, "enrich.py": code }, attach: true });
      try {
        const values = { adminUrl: broker.adminUrl, serviceUrl: broker.serviceUrl, kubeconfig: cluster.kubeconfig };
        for (const [key, value] of Object.entries(values)) await stack.pulumi("config", "set", key, value);
        const deployed = await stack.up();
        assert.equal(deployed.code, 0, deployed.output);
        await send(broker, "persistent://retail/orders/clicks", ["hello"]);
        assert.deepEqual(await receive(broker, "persistent://retail/orders/enriched", { count: 1 }), ["hello!"]);
        const again = await stack.up("--expect-no-changes");
        assert.equal(again.code, 0, again.output);
      } finally {
        const destroyed = await stack.destroy();
        await stack.remove();
        assert.equal(destroyed.code, 0, destroyed.output);
      }
      assert.equal((await admin(broker.adminUrl, "/tenants/retail")).status, 404);
    });
  }
});

const pythonSettings = { environment: { PATH: "/usr/bin:/bin", PULSAR_HOME: "/pulsar" }, workingDirectory: "/pulsar" };
