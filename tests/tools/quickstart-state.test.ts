import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { self } from "../../tools/obtain/owner";
import type { OwnClusters } from "../../tools/quickstart/own-clusters/given";
import { inheritedFrom, kubectlOf } from "../../tools/quickstart/own-clusters/pulumi-settings";
import { Refusal } from "../../tools/quickstart/own-clusters/refusal";
import { claimStateDirectory } from "../../tools/quickstart/own-clusters/state-directory";

const clusters: OwnClusters = {
  kubeconfig: "/home/k",
  kubernetesNamespace: "quickstart",
  adminUrl: "http://a:8080",
  serviceUrl: "pulsar://b:6650",
  tenant: "quickstart",
  images: { java: "j", python: "p" },
};
const server = "https://k:6443";

describe("state of a quickstart on one's own clusters", () => {
  const cache = mkdtempSync(join(tmpdir(), "function-mesh-quickstart-"));
  const before = process.env["FUNCTION_MESH_CACHE"];
  beforeEach(() => (process.env["FUNCTION_MESH_CACHE"] = cache));
  afterEach(() => {
    if (before === undefined) delete process.env["FUNCTION_MESH_CACHE"];
    else process.env["FUNCTION_MESH_CACHE"] = before;
  });
  after(() => rmSync(cache, { recursive: true }));

  it("is for its owner's eyes, and goes", async () => {
    const state = await claimStateDirectory(clusters, server);
    assert.deepEqual(
      { mode: statSync(state.path).mode & 0o777, left: state.hasLeftovers },
      { mode: 0o700, left: false },
    );
    await state.remove();
    assert.ok(!existsSync(state.path));
  });

  it("is one for each pair of clusters, namespace and tenant", async () => {
    const others = [{}, { adminUrl: "http://c:8080" }, { kubernetesNamespace: "n" }, { tenant: "t" }];
    const states = await Promise.all(others.map((other) => claimStateDirectory({ ...clusters, ...other }, server)));
    states.push(await claimStateDirectory(clusters, "https://l:6443"));
    assert.equal(new Set(states.map(({ path }) => path)).size, states.length);
    for (const state of states) await state.remove();
  });

  it("belongs to one process at a time", async () => {
    const state = await claimStateDirectory(clusters, server);
    await assert.rejects(
      claimStateDirectory(clusters, server),
      (error) => error instanceof Refusal && error.message.startsWith(`process ${self.pid} runs the quickstart`),
    );
    await state.remove();
  });

  for (const { name, owner } of [
    { name: "whose process is gone", owner: JSON.stringify({ ...self, start: "1" }) },
    { name: "that was killed at its beginning", owner: "" },
  ]) {
    it(`is taken over from a run ${name}`, async () => {
      const { path } = await claimStateDirectory(clusters, server);
      writeFileSync(join(path, "owner.json"), owner);
      const state = await claimStateDirectory(clusters, server);
      assert.deepEqual({ path: state.path, left: state.hasLeftovers }, { path, left: true });
      await state.remove();
    });
  }
});

describe("surroundings of pulumi on one's own clusters", () => {
  it("have what commands for credentials need, no ambient kubeconfig and no settings of other stacks", () => {
    const ambient = {
      HOME: "/h",
      AWS_PROFILE: "p",
      KUBECONFIG: "/k",
      PULUMI_STACK: "s",
      PULUMI_HOME: "/p",
      NONE: undefined,
    };
    assert.deepEqual(inheritedFrom(ambient), { HOME: "/h", AWS_PROFILE: "p" });
  });

  it("have a kubectl that can be pasted into a shell", () => {
    assert.equal(kubectlOf(clusters).kubectl, "kubectl --kubeconfig /home/k");
    const odd = { ...clusters, kubeconfig: "/my files/k", context: "it's" };
    assert.equal(kubectlOf(odd).kubectl, `kubectl --kubeconfig '/my files/k' --context 'it'\\''s'`);
  });
});
