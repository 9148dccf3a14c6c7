import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Environment } from "../../tools/quickstart/environment";
import { Project } from "../../tools/quickstart/project";
import { configurationOf, linesOf } from "../../tools/quickstart/quickstart";
import { environment } from "./harness/environment";
import { admin } from "../engine/harness/admin";

/** The same mesh as a TypeScript, a Python and a YAML program, with real pods that move real messages. Counts as 19 tests. */
describe("quickstart examples", () => {
  let surroundings: Environment;
  before(async () => {
    surroundings = await environment();
  });

  const examples = ["quickstart", "quickstart-py", "quickstart-yaml"] as const;
  const resources = new Map<string, readonly string[]>();
  for (const example of examples) {
    it(`${example} is previewed, deployed, unchanged and destroyed`, async () => {
      const results = await surroundings.prepare(example, linesOf(100));
      const configuration = configurationOf(surroundings, example, results.url);
      const project = await Project.create({ example, directory: surroundings.directory }, configuration);
      try {
        await project.expect("preview");
        await project.expect("up", "--yes", "--skip-preview");
        const bodies = await results.wait(100, 60);
        assert.deepEqual([...bodies].sort(), expectedBodies());
        await project.expect("up", "--yes", "--skip-preview", "--expect-no-changes");
        resources.set(example, await urnsOf(project));
        await assertNothingSecretInProcessList();
      } finally {
        await project.expect("destroy", "--yes", "--skip-preview");
      }
      assert.equal((await admin(surroundings.broker.adminUrl, "/tenants/quickstart")).status, 404);
      const left = await surroundings.cluster.kubectl("-n", example, "get", "all,secrets,configmaps", "-o", "name");
      assert.deepEqual(left.trim().split("\n").sort(), ["configmap/kube-root-ca.crt", "configmap/lines"]);
    });
  }

  it("are the same resources in every language", () => {
    assert.equal(resources.size, examples.length);
    const [first, ...others] = [...resources.values()];
    for (const other of others) assert.deepEqual(other, first);
  });
});

/** What the members make of a line: its length after it, an exclamation mark, and JSON by the sink. */
const expectedBodies = (): readonly string[] =>
  linesOf(100)
    .map((line) => JSON.stringify(`${line} (${line.length} characters)!`))
    .sort();

/** Types and names of the stack's resources. The providers' own names and the stack's differ by design. */
async function urnsOf(project: Project): Promise<readonly string[]> {
  const state = JSON.parse(await project.expect("stack", "export"));
  const urns: readonly string[] = state.deployment.resources.map((resource: { urn: string }) => resource.urn);
  return urns
    .map((urn) => urn.split("::").slice(2).join("::"))
    .filter((urn) => !urn.startsWith("pulumi:pulumi:Stack") && !/::default(_|$)/.test(urn))
    .sort();
}

/** The client key of the kubeconfig reaches neither pulumi's nor any plugin's command line. */
async function assertNothingSecretInProcessList(): Promise<void> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "args", "-ww"], { maxBuffer: 64 << 20 });
  assert.doesNotMatch(stdout, /client-key-data|BEGIN EC PRIVATE KEY/);
}
