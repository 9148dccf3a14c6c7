import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { names } from "./harness/admin";
import { type Gate, gateTo } from "./harness/gate";
import { imageFunction, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { changes, resourceText } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

const kubernetesNamespace = "clusters";

/** Two Kubernetes and two Pulsar clusters in one stack, and what happens to one while the other is away. Counts as 22 tests. */
describe("clusters of one mesh", () => {
  const planes = new Map<string, ControlPlane>();
  let brokers: { readonly east: PulsarServer; readonly west: PulsarServer };
  let westKubernetes: Gate;
  let westPulsar: Gate;
  let stack: Stack;
  let credentials: string;
  const uids: Record<string, string> = {};

  before(async () => {
    const [eastPlane, westPlane, east, west] = await Promise.all([
      kubernetes("east"),
      kubernetes("west"),
      pulsar("east"),
      pulsar("west"),
    ]);
    planes.set("east", eastPlane).set("west", westPlane);
    brokers = { east, west };
    westKubernetes = await gateTo(westPlane.server);
    westPulsar = await gateTo(west.adminUrl);
    for (const [key, plane] of planes) {
      await plane.kubectl("create", "namespace", kubernetesNamespace);
      uids[key] = await plane.kubectl("get", "namespace", "kube-system", "-o", "jsonpath={.metadata.uid}");
    }
    credentials = await mkdtemp(join(tmpdir(), "function-mesh-credentials-"));
    writeCredentials("west");
    stack = await Stack.create({ language: "yaml", files: program({}), attach: true });
  });
  after(async () => {
    await stack.remove();
    await rm(credentials, { recursive: true });
  });

  it("are both served, each by one provider", async () => {
    succeeds(await stack.up());
    const { resources } = await stack.state();
    const providers = resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
    assert.deepEqual(
      providers
        .map(({ urn }) => resourceText(urn))
        .filter((text) => !text.includes("default"))
        .sort(),
      ["function-mesh", "kubernetes"].flatMap((name) =>
        ["two-east", "two-west"].map((key) => `pulumi:providers:${name} ${key}`),
      ),
    );
  });

  it("run their own members, and those of both, one of them in standby", async () => {
    assert.deepEqual(await workloads("east"), { "two-both": 1, "two-near": 1 });
    assert.deepEqual(await workloads("west"), { "two-both-west": 0, "two-far": 1 });
  });

  it("hold the topics and subscriptions of those members only", async () => {
    const east = brokers.east.adminUrl;
    const west = brokers.west.adminUrl;
    const topic = (name: string): string => `persistent://clusters/orders/${name}`;
    assert.deepEqual(await names(east, "/persistent/clusters/orders"), ["in", "mid", "out"].map(topic));
    assert.deepEqual(await names(west, "/persistent/clusters/orders"), ["mid", "out", "west-in"].map(topic));
    assert.deepEqual(await names(west, "/persistent/clusters/orders/west-in/subscriptions"), ["clusters/orders/far"]);
  });

  it("are previewed while one of them is away", async () => {
    await westKubernetes.close();
    stack.write(program({ image: "example/runner:2" }));
    const named = await changes(stack);
    assert.deepEqual(
      named.filter((text) => text.includes("StatefulSet")),
      ["both", "both-west", "far", "near"].map((name) => `update apps/v1:StatefulSet two-${name}`),
    );
  });

  it("are not damaged by an update that one of them is away for", async () => {
    const result = await stack.up();
    assert.notEqual(result.code, 0);
    assert.match(
      result.output,
      /StatefulSet \(two-both-west\):\s+error: configured Kubernetes cluster is unreachable|Scale \(two-far\):\s+error: functions\.far: could not be asked how many instances it has/,
    );
    assert.ok(result.output.includes(westKubernetes.url));
    assert.deepEqual(await workloads("east"), { "two-both": 1, "two-near": 1 });
  });

  it("are updated where they can be with --continue-on-error", async () => {
    stack.write(program({ image: "example/runner:3" }));
    const result = await stack.up("--continue-on-error");
    assert.notEqual(result.code, 0);
    assert.match(result.output, /see the errors of two-both-west, two-far/);
    for (const name of ["two-near", "two-both"]) assert.equal(await imageOf("east", name), "example/runner:3");
    assert.equal(await imageOf("west", "two-far"), "example/runner:1");
    assert.deepEqual(await workloads("east"), { "two-both": 1, "two-near": 1 });
  });

  it("are completed by the next update once it is back", async () => {
    await westKubernetes.open();
    succeeds(await stack.up());
    assert.equal(await imageOf("west", "two-far"), "example/runner:3");
    assert.deepEqual(await workloads("west"), { "two-both-west": 0, "two-far": 1 });
  });

  it("change places with each other, and lose none when the first one is taken away", async () => {
    const image = "example/runner:3";
    stack.write(program({ image, both: [{ cluster: "west" }, { cluster: "east", standby: true }] }));
    succeeds(await stack.up());
    assert.deepEqual(await workloads("east"), { "two-both-east": 0, "two-near": 1 });
    assert.deepEqual(await workloads("west"), { "two-both": 1, "two-far": 1 });
    stack.write(program({ image, both: [{ cluster: "east" }] }));
    succeeds(await stack.up());
    assert.deepEqual(await workloads("east"), { "two-both": 1, "two-near": 1 });
    assert.deepEqual(await workloads("west"), { "two-far": 1 });
    stack.write(program({ image }));
    succeeds(await stack.up());
  });

  it("fail in bounded time with the name of the broker that is away", async () => {
    await westPulsar.close();
    stack.write(program({ image: "example/runner:3", topic: "extra" }));
    const start = Date.now();
    const result = await stack.up();
    assert.notEqual(result.code, 0);
    assert.ok(Date.now() - start < 40_000, `took ${Date.now() - start} ms`);
    assert.ok(result.output.includes(westPulsar.url));
    assert.match(result.output, /"west"/);
    await westPulsar.open();
    succeeds(await stack.up());
  });

  it("are not written to when their kubeconfigs are swapped", async () => {
    const before = await Promise.all(["east", "west"].map(versions));
    stack.write(program({ image: "example/runner:4", topic: "extra", swapped: true }));
    const result = await stack.up("--continue-on-error");
    assert.notEqual(result.code, 0);
    assert.match(result.output, /kubernetes\.east: the kubeconfig leads to another cluster/);
    assert.match(result.output, /kubernetes\.west: the kubeconfig leads to another cluster/);
    assert.deepEqual(await Promise.all(["east", "west"].map(versions)), before);
  });

  it("are previewed with the mistakes of a kubeconfig, whether its cluster answers or not", async () => {
    stack.write(program({ image: "example/runner:4", topic: "extra", context: "nowhere" }));
    const { code, output } = await stack.preview();
    assert.notEqual(code, 0, output);
    assert.match(output, /kubernetes\.west: the kubeconfig has no context "nowhere"; it has west\./);
  });

  it("are not written to when the name of their server leads to another", async () => {
    stack.write(program({ image: "example/runner:4", topic: "extra" }));
    succeeds(await stack.up());
    assert.equal(await imageOf("west", "two-far"), "example/runner:4");

    writeCredentials("east");
    westKubernetes.leadTo(planes.get("east")?.server ?? "");
    stack.write(program({ image: "example/runner:5", topic: "extra" }));
    const another = /kubernetes\.west: the kubeconfig leads to another cluster/;
    // A refresh says so as well; what the engine has read there by then it takes for gone.
    for (const run of [() => stack.preview(), () => stack.up()]) {
      const { code, output } = await run();
      assert.notEqual(code, 0, output);
      assert.match(output, another);
    }
    assert.ok(!("two-far" in (await workloads("east"))));
    const { resources } = await stack.state();
    assert.ok(resources.some(({ urn }) => resourceText(urn).endsWith("StatefulSet two-far")));

    writeCredentials("west");
    westKubernetes.leadTo(planes.get("west")?.server ?? "");
    succeeds(await stack.up());
    assert.equal(await imageOf("west", "two-far"), "example/runner:5");
  });

  it("leave a dead one behind, also when its kubeconfig is gone with it", async () => {
    await westKubernetes.close();
    const left = { image: "example/runner:6", topic: "extra", abandon: true };
    stack.write(program({ ...left, westKubeconfig: credentialPath("gone") }));
    const preview = await stack.preview();
    assert.match(
      preview.output,
      /FM024 kubernetes\.west\.abandon: leaves behind, unasked: functions\.both \(StatefulSet clusters\/two-both-west\), functions\.far \(StatefulSet clusters\/two-far\)/,
    );
    const start = Date.now();
    succeeds(await stack.up());
    assert.ok(Date.now() - start < 90_000, `took ${Date.now() - start} ms`);
    assert.equal(await imageOf("east", "two-near"), "example/runner:6");
    const { resources } = await stack.state();
    const known = resources
      .map(({ urn }) => resourceText(urn))
      .filter((text) => /:.* two-(far|both-west)\b/.test(text));
    assert.deepEqual(
      known.filter((text) => !text.startsWith("pulsar:")),
      [],
    );
    assert.deepEqual(await changes(stack), []);
    stack.write(program({ ...left, westKubeconfig: undefined }));
    assert.deepEqual(await changes(stack), ["update Topology two"]);
    // Who takes over finds its messages.
    const subscriptions = await names(brokers.west.adminUrl, "/persistent/clusters/orders/west-in/subscriptions");
    assert.deepEqual(subscriptions, ["clusters/orders/far"]);
  });

  it("are whole without it, and gone at the end", async () => {
    stack.write(program({ image: "example/runner:6", topic: "extra", without: true }));
    succeeds(await stack.up());
    assert.deepEqual(await changes(stack), []);
    succeeds(await stack.destroy());
    assert.deepEqual(await workloads("east"), {});
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  const kubectl = (key: string, ...args: readonly string[]): Promise<string> => {
    const plane = planes.get(key);
    assert.ok(plane);
    return plane.kubectl("-n", kubernetesNamespace, ...args);
  };

  /** Ready replicas by StatefulSet. */
  async function workloads(key: string): Promise<Readonly<Record<string, number>>> {
    const list = JSON.parse(await kubectl(key, "get", "statefulsets", "-o", "json"));
    const items: readonly { metadata: { name: string }; status: { readyReplicas?: number } }[] = list.items;
    return Object.fromEntries(items.map(({ metadata, status }) => [metadata.name, status.readyReplicas ?? 0]));
  }

  const imageOf = (key: string, name: string): Promise<string> =>
    kubectl(key, "get", "statefulset", name, "-o", "jsonpath={.spec.template.spec.containers[0].image}");

  const versions = (key: string): Promise<string> =>
    kubectl(
      key,
      "get",
      "statefulsets,services,configmaps,secrets,pods",
      "-o",
      "jsonpath={range .items[*]}{.kind}/{.metadata.name}={.metadata.resourceVersion}\n{end}",
    );

  interface ProgramOptions {
    readonly image?: string;
    /** One more topic in both Pulsar clusters. */
    readonly topic?: string;
    readonly swapped?: boolean;
    /** Where the member of both runs. */
    readonly both?: readonly { readonly cluster: string; readonly standby?: boolean }[];
    /** In place of the text of the one of the west. */
    readonly westKubeconfig?: string | undefined;
    /** Of the kubeconfig of the west. */
    readonly context?: string;
    /** The Kubernetes cluster in the west is given up. */
    readonly abandon?: boolean;
    /** It is out of the program. */
    readonly without?: boolean;
  }

  function program(options: ProgramOptions) {
    const { image = "example/runner:1", topic, swapped = false, abandon, without, context, both } = options;
    const placement = both ?? [{ cluster: "east" }, { cluster: "west", standby: true }];
    const texts = { east: planes.get("east")?.kubeconfigText ?? "", west: westKubeconfig() };
    const entry = (key: "east" | "west", other: "east" | "west") => ({
      kubeconfig: { "fn::secret": texts[swapped ? other : key] },
      namespace: kubernetesNamespace,
      uid: uids[key],
    });
    const west = {
      ...entry("west", "east"),
      ...("westKubeconfig" in options ? { kubeconfig: options.westKubeconfig } : {}),
      ...(abandon === undefined ? {} : { abandon }),
      ...(context === undefined ? {} : { context }),
    };
    return meshProject("two", {
      pulsar: { east: pulsarEntry(brokers.east), west: { ...pulsarEntry(brokers.west), adminUrl: westPulsar.url } },
      kubernetes: {
        east: entry("east", "west"),
        ...(without === true ? {} : { west }),
      },
      defaults: { cluster: "east", tenant: "clusters", namespace: "orders", rollout: simulatedRollout },
      tenants: { clusters: {} },
      namespaces: { "clusters/orders": {} },
      topics: topic === undefined ? {} : { [topic]: { pulsarCluster: "west" } },
      functions: {
        near: imageFunction("in", "mid", { image }),
        ...(without === true ? {} : { far: imageFunction("west-in", undefined, { image, cluster: "west" }) }),
        both: imageFunction("mid", "out", {
          image,
          ...(without === true ? {} : { placement }),
        }),
      },
    });
  }

  const credentialPath = (name: string): string => join(credentials, name);

  /** Those that come with the name of the west's server. */
  function writeCredentials(key: string): void {
    const { clusters, users } = parse(planes.get(key)?.kubeconfigText ?? "");
    const data = { ...clusters[0].cluster, ...users[0].user };
    for (const name of ["certificate-authority", "client-certificate", "client-key"])
      writeFileSync(credentialPath(name), Buffer.from(data[`${name}-data`], "base64"));
  }

  /** It names files, so that it stays the same when another cluster stands behind its server's name. */
  function westKubeconfig(): string {
    const named = (name: string) => ({ [name]: credentialPath(name) });
    return stringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "west", cluster: { server: westKubernetes.url, ...named("certificate-authority") } }],
      users: [{ name: "west", user: { ...named("client-certificate"), ...named("client-key") } }],
      contexts: [{ name: "west", context: { cluster: "west", user: "west" } }],
      "current-context": "west",
    });
  }
});
