import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { OwnClusters } from "../../tools/quickstart/own-clusters/given";
import { reachKubernetes, refuseNamespace } from "../../tools/quickstart/own-clusters/reach-kubernetes";
import { reachPulsar, refuseTenant } from "../../tools/quickstart/own-clusters/reach-pulsar";
import { both, Refusal } from "../../tools/quickstart/own-clusters/refusal";

type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

const servers: Server[] = [];

/** Answers GET requests; everything else is not there, as the Kubernetes API and Pulsar say it. */
async function serve(answers: Answers): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ""] ?? [404, { reason: "not there", message: "not there" }];
    const isPage = typeof body === "string";
    response.writeHead(status, { "content-type": isPage ? "text/html" : "application/json" });
    response.end(isPage ? body : JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port that nobody listens at. */
async function deaf(): Promise<string> {
  const url = await serve({});
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return url;
}

const apiServer: Answers = { "/api/v1": [200, { kind: "APIResourceList", groupVersion: "v1", resources: [] }] };
const pulsar: Answers = { "/admin/v2/clusters": [200, ["standalone", "global"]] };

describe("clusters of one's own for the quickstart", () => {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-quickstart-"));
  after(async () => {
    rmSync(directory, { recursive: true });
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  });

  const kubeconfig = (name: string, server: string): string => {
    const file = join(directory, name);
    const config = {
      kind: "Config",
      clusters: [{ name: "c", cluster: { server, "insecure-skip-tls-verify": true } }],
      users: [{ name: "u", user: { token: "a-token" } }],
      contexts: [{ name: "right", context: { cluster: "c", user: "u" } }],
      "current-context": "right",
    };
    writeFileSync(file, stringify(config));
    return file;
  };
  const given = (some: Partial<OwnClusters>): OwnClusters => ({
    kubeconfig: join(directory, "nowhere"),
    kubernetesNamespace: "quickstart",
    adminUrl: "http://127.0.0.1:1",
    serviceUrl: "pulsar://b:6650",
    tenant: "quickstart",
    images: { java: "j", python: "p" },
    ...some,
  });
  const refused = (call: Promise<unknown>, says: RegExp): Promise<void> =>
    assert.rejects(call, (error) => {
      assert.ok(error instanceof Refusal, String(error));
      assert.match(error.message, says);
      assert.doesNotMatch(error.message, /a-token/);
      return true;
    });

  const kubernetesCases: readonly { name: string; given: () => Promise<Partial<OwnClusters>>; says: RegExp }[] = [
    { name: "no such file", given: async () => ({}), says: /^--kubeconfig: there is no file .*nowhere\.$/ },
    {
      name: "a file that cannot be read",
      given: async () => ({ kubeconfig: directory }),
      says: /^--kubeconfig: the file .* cannot be read \(EISDIR\)/,
    },
    {
      name: "a file that is no kubeconfig",
      given: async () => {
        writeFileSync(join(directory, "text"), "{ nothing: [");
        return { kubeconfig: join(directory, "text") };
      },
      says: /^--kubeconfig .*text: .*not valid YAML/,
    },
    {
      name: "an unknown context",
      given: async () => ({ kubeconfig: kubeconfig("known", "http://127.0.0.1:1"), context: "wrong" }),
      says: /^--context .*has no context "wrong"; it has right\.$/,
    },
    {
      name: "an API server that is not there",
      given: async () => ({ kubeconfig: kubeconfig("deaf", await deaf()) }),
      says: /^--kubeconfig .*ECONNREFUSED.* Is the API server reachable from here\?$/,
    },
    {
      name: "a credential that is not taken",
      given: async () => ({
        kubeconfig: kubeconfig(
          "denied",
          await serve({ "/api/v1": [401, { kind: "Status", message: "Unauthorized" }] }),
        ),
      }),
      says: /Unauthorized\. Is the credential in the kubeconfig still valid\?$/,
    },
    {
      name: "a server that is something else",
      given: async () => ({ kubeconfig: kubeconfig("other", await serve(pulsar)) }),
      says: /Is that an API server of Kubernetes\?$/,
    },
    {
      name: "a server that says something else",
      given: async () => ({ kubeconfig: kubeconfig("another", await serve({ "/api/v1": [200, { version: 1 }] })) }),
      says: /answers, but not as an API server of Kubernetes does\.$/,
    },
  ];
  for (const { name, given: some, says } of kubernetesCases) {
    it(`Kubernetes: ${name}`, async () => refused(reachKubernetes(given(await some())), says));
  }

  it("Kubernetes: a namespace that exists is refused, one that does not is free", async () => {
    const server = await serve({ ...apiServer, "/api/v1/namespaces/taken": [200, { kind: "Namespace" }] });
    const connection = await reachKubernetes(given({ kubeconfig: kubeconfig("namespaces", server), context: "right" }));
    await refused(refuseNamespace(connection, "taken"), /^--namespace taken: .* exists already/);
    await refuseNamespace(connection, "free");
  });

  it("Kubernetes: a namespace that one may not look at is refused", async () => {
    const answers = { "/api/v1/namespaces/secret": [403, { kind: "Status", message: "you cannot get it" }] } as const;
    const connection = await reachKubernetes(
      given({ kubeconfig: kubeconfig("forbidden", await serve({ ...apiServer, ...answers })) }),
    );
    await refused(refuseNamespace(connection, "secret"), /you cannot get it\. The credential .* lacks the privilege/);
  });

  const pulsarCases: readonly { name: string; given: () => Promise<Partial<OwnClusters>>; says: RegExp }[] = [
    {
      name: "an admin API that is not there",
      given: async () => ({ adminUrl: await deaf() }),
      says: /^--pulsar-admin-url http:.*the connection was refused.*reachable from here\?/,
    },
    {
      name: "a page",
      given: async () => ({ adminUrl: await serve({ "/admin/v2/clusters": [200, "<html>welcome</html>"] }) }),
      says: /^--pulsar-admin-url http:.* answers, but not as Pulsar's admin REST API does/,
    },
    {
      name: "an API of something else",
      given: async () => ({ adminUrl: await serve({ "/admin/v2/clusters": [200, { items: [] }] }) }),
      says: /answers, but not as Pulsar's admin REST API does/,
    },
    {
      name: "a server without such a path",
      given: async () => ({ adminUrl: await serve({ "/admin/v2/clusters": [404, "<html>no</html>"] }) }),
      says: /answers, but not as Pulsar's admin REST API does/,
    },
    {
      name: "a cluster that asks for a credential",
      given: async () => ({ adminUrl: await serve({ "/admin/v2/clusters": [401, { reason: "who are you" }] }) }),
      says: /"who are you".*The quickstart has no credential for Pulsar; README\.md/,
    },
    {
      name: "one of several clusters",
      given: async () => ({ adminUrl: await serve({ "/admin/v2/clusters": [200, ["east", "west"]] }) }),
      says: /^--pulsar-cluster is missing: .*one of east, west\.$/,
    },
    {
      name: "a cluster that the brokers do not know",
      given: async () => ({ adminUrl: await serve(pulsar), clusterName: "north" }),
      says: /^--pulsar-cluster north: .*they know standalone\.$/,
    },
  ];
  for (const { name, given: some, says } of pulsarCases) {
    it(`Pulsar: ${name}`, async () => refused(reachPulsar(given(await some())), says));
  }

  it("Pulsar: a tenant that exists is refused, one that does not is free", async () => {
    const answers: Answers = { ...pulsar, "/admin/v2/tenants/taken": [200, { allowedClusters: [] }] };
    const admin = await reachPulsar(given({ adminUrl: await serve(answers), clusterName: "standalone" }));
    await refused(refuseTenant(admin, "taken"), /^--tenant taken: .* exists already/);
    await refuseTenant(admin, "free");
    await admin.close();
  });

  it("are both looked at before anything is said", async () => {
    const clusters = given({ adminUrl: await deaf() });
    await refused(both(reachKubernetes(clusters), reachPulsar(clusters)), /^--kubeconfig: .*\n--pulsar-admin-url/);
  });
});
