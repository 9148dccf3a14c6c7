import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { Environment } from "../../tools/quickstart/environment";
import { identify, signalProcess } from "../../tools/run/process-identity";
import { admin } from "../engine/harness/admin";
import { eventually, processesOf, tracesOf } from "../tools/run-traces";
import { environment } from "./harness/environment";
import { type KeptObjects, makeKeptObjects } from "./harness/kept-objects";
import { makeOrdinaryUser, type OrdinaryUser } from "./harness/ordinary-user";
import { listenTo, type Told } from "./harness/told";

/** Clusters that are there already, for a user without rights, who has an ambient kubeconfig for something else. Counts as 18 tests. */
describe("quickstart on one's own clusters", () => {
  let surroundings: Environment;
  let user: OrdinaryUser;
  let kept: KeptObjects;
  let untouched: unknown;
  let elsewhere: Server;
  let calls = 0;
  before(async () => {
    surroundings = await environment();
    user = await makeOrdinaryUser();
    kept = await makeKeptObjects(surroundings);
    untouched = await kept.look();
    elsewhere = createServer((socket) => {
      calls++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    writeKubeconfigs(surroundings, user, (elsewhere.address() as AddressInfo).port);
  });
  after(async () => {
    elsewhere.close();
    user.remove();
    await kept.remove();
  });

  const options = (): readonly string[] => [
    ...["--kubeconfig", join(user.directory, "clusters.yaml"), "--context", "live"],
    ...["--pulsar-admin-url", surroundings.broker.adminUrl, "--pulsar-service-url", surroundings.broker.serviceUrl],
    ...["--image-java", surroundings.images.java.name, "--image-python", surroundings.images.python.name],
  ];
  const start = (command: readonly string[]): Told & { readonly pid: number } => {
    const child = user.start(command, { KUBECONFIG: join(user.home, ".kube", "config") });
    return { ...listenTo(child), pid: child.pid ?? assert.fail("it did not start") };
  };
  const npm = (...more: readonly string[]) => start(["npm", "run", "quickstart", "--", ...options(), ...more]);
  // npm does not hand over every signal.
  const quickstart = (...more: readonly string[]) =>
    start([process.execPath, "tools/bootstrap.mjs", "tools/quickstart/main.ts", ...options(), ...more]);
  const states = (): readonly string[] =>
    readdirSync(join(user.home, ".cache/function-mesh")).filter((name) => name.startsWith("quickstart-"));

  async function assertNothingLeft(): Promise<void> {
    assert.deepEqual(await kept.look(), untouched);
    assert.deepEqual(states(), []);
    assert.equal(calls, 0, "the ambient kubeconfig was used");
    await eventually(
      () => tracesOf(user.directory).filter((trace) => trace !== user.directory),
      (traces) => traces.length === 0,
    );
  }

  it("refuses a namespace and a tenant that exist", async () => {
    const { broker, cluster } = surroundings;
    await cluster.kubectl("create", "namespace", "quickstart");
    await admin(broker.adminUrl, "/tenants/quickstart", { method: "PUT", body: { allowedClusters: ["local"] } });
    const { code, output } = await npm("--once").ended;
    assert.equal(code, 1, output);
    assert.match(
      output,
      /^quickstart: --namespace quickstart: .* exists already.*\nquickstart: --tenant quickstart: /m,
    );
    await cluster.kubectl("delete", "namespace", "quickstart");
    assert.equal((await admin(broker.adminUrl, "/tenants/quickstart", { method: "DELETE" })).status, 204);
    await assertNothingLeft();
  });

  it("leaves nothing when it is interrupted in the middle of pulumi up", async () => {
    const run = quickstart("--namespace", "quickstart-2", "--tenant", "quickstart-2");
    await run.shown(/StatefulSet .* created/);
    process.kill(run.pid, "SIGINT");
    const { code, output } = await run.ended;
    assert.equal(code, 130, output);
    await assertNothingLeft();
  });

  it("takes down what a run left that was killed, shows all results, and leaves nothing", async () => {
    const killed = quickstart();
    await killed.shown(/StatefulSet .* created/);
    killEverythingOf(user, states());
    await killed.ended;
    // As if pulumi had begun to make them, and had not written that down yet.
    await surroundings.cluster.kubectl("-n", "quickstart", "create", "service", "clusterip", "unknown", "--tcp=80");
    const topic = await admin(surroundings.broker.adminUrl, "/persistent/quickstart/lines/unknown", { method: "PUT" });
    assert.equal(topic.status, 204);

    const { code, output } = await npm("--once").ended;
    assert.equal(code, 0, output);
    const [leftovers, created, results, unchanged, down] = [
      /an earlier run did not come to its end: taking down what it left/,
      /\+ (\d+) created/,
      /100 of 100 results, for example "line 1 \(6 characters\)!"/,
      /pulumi up again:\n +(\d+) unchanged/,
      /everything is down again/,
    ].map((pattern) => pattern.exec(output) ?? assert.fail(`${String(pattern)} is not in:\n${output}`));
    assert.equal(unchanged?.[1], created?.[1], output);
    const order = [leftovers, created, results, unchanged, down].map((match) => match?.index ?? -1);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
      output,
    );
    await assertNothingLeft();
  });
});

/** As a machine does that is switched off: neither the quickstart nor pulumi nor a plugin gets to do anything more. */
function killEverythingOf({ directory, home }: OrdinaryUser, states: readonly string[]): void {
  const file = join(home, ".cache/function-mesh", states[0] ?? "", "owner.json");
  const { pid }: { readonly pid: number } = JSON.parse(readFileSync(file, "utf8"));
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  for (const each of [pid, ...children, ...processesOf(directory)].map(identify)) {
    if (each !== undefined) signalProcess(each, "SIGKILL");
  }
}

/** The named file has the cluster under a context that is not the current one; the ambient one leads to a server that counts. */
function writeKubeconfigs({ cluster }: Environment, user: OrdinaryUser, port: number): void {
  const live = parse(readFileSync(cluster.kubeconfig, "utf8"));
  const [context] = live.contexts;
  const other = { name: "other", cluster: { server: `https://127.0.0.1:${port}` } };
  const contexts = [
    { name: "live", context: context.context },
    { name: "other", context: { cluster: "other", user: context.context.user } },
  ];
  const both = { ...live, clusters: [...live.clusters, other], contexts, "current-context": "other" };
  writeFileSync(join(user.directory, "clusters.yaml"), stringify(both));
  writeFileSync(join(user.home, ".kube", "config"), stringify(both));
}
