import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AssetValue } from "../../../provider/model/asset-value";
import { type PulsarAuthSpec } from "../../../provider/model/pulsar-cluster";
import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { cluster } from "../../../provider/pulsar/cluster";
import { namespace } from "../../../provider/pulsar/namespace";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { permission } from "../../../provider/pulsar/permission";
import { type Properties, type PulsarResource } from "../../../provider/pulsar/resource/resource";
import { resourceGroup } from "../../../provider/pulsar/resource-group";
import { schema } from "../../../provider/pulsar/schema";
import { subscription } from "../../../provider/pulsar/subscription";
import { subscriptionPermission } from "../../../provider/pulsar/subscription-permission";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { type Operated, operate } from "./operations";
import { hash } from "./package-calls";
import { walkThroughSample } from "./sample-contract";

const providers = ["AuthenticationProviderToken", "AuthenticationProviderBasic"];
/** As `htpasswd` writes it: hunter-two. */
const passwords = "admin:$apr1$FunctMsh$s19c8iTxE27VK7I2ps2Fk.\n";

describe("provider/pulsar at a broker with authorization", function () {
  this.timeout(60_000);
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
  const clients: AdminClient[] = [];
  let server: PulsarServer;

  const as = (auth: PulsarAuthSpec): { admin: AdminClient } => {
    const admin = createAdminClient({ adminUrl: server.adminUrl, clusterName: "secured", auth });
    clients.push(admin);
    return { admin };
  };
  const made = async (resource: PulsarResource, auth: PulsarAuthSpec, inputs: Properties): Promise<Operated> => {
    const operated = operate(resource, as(auth));
    await operated.create(inputs);
    return operated;
  };

  before(async function () {
    this.timeout(180_000);
    server = await startPulsar({
      clusterName: "secured",
      directory: join(directory, "broker"),
      auth: "token",
      configuration: {
        forceDeleteNamespaceAllowed: "false",
        authenticationProviders: providers.map((name) => `org.apache.pulsar.broker.authentication.${name}`).join(),
        basicAuthConf: `data:;base64,${Buffer.from(passwords).toString("base64")}`,
      },
    });
  });
  after(async function () {
    this.timeout(60_000);
    await Promise.all(clients.map((client) => client.close()));
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it("lets a tenant's administrator make and delete all that is in it", async () => {
    const admin = { token: server.token("admin") };
    const owner = { token: server.token("owner") };
    const own = await made(tenant, admin, { tenant: "owned", adminRoles: ["owner"] });
    const name = "persistent://owned/orders/clicks";
    const within = [
      await made(namespace, owner, {
        tenant: "owned",
        namespace: "orders",
        messageTtlSeconds: 60,
        retention: { minutes: 1, size: "1Mi" },
      }),
      await made(topic, owner, { topic: name, partitions: 2 }),
      await made(subscription, owner, { topic: name, subscription: "s" }),
    ];
    const typed = await made(schema, owner, { topic: name, type: "STRING" });
    await assert.rejects(typed.previewUpdate({ topic: name, type: "INT32" }), /strategy FULL/);
    const all = [...within, typed];
    for (const operated of all) {
      await operated.refresh();
      assert.deepEqual(operated.changed(operated.state().inputs), []);
    }
    for (const operated of all.reverse()) await operated.delete();
    await own.delete();
    assert.equal(await own.refresh(), undefined);
  });
  it("says that a role lacks the privilege, and takes nothing for gone", async () => {
    const admin = { token: server.token("admin") };
    const stranger = { token: server.token("stranger") };
    const own = await made(tenant, admin, { tenant: "closed" });
    await assert.rejects(
      made(tenant, stranger, { tenant: "other" }),
      /Could not create tenant other: Pulsar cluster "secured": Pulsar answered 401 ".*lacks the privilege/,
    );
    const read = tenant.read("closed", own.state(), {
      ...as(stranger),
      urn: "u",
      preview: false,
      signal: new AbortController().signal,
      log: () => undefined,
    });
    await assert.rejects(read, /Could not read tenant closed: Pulsar cluster "secured": Pulsar answered 401/);
    await own.delete();
  });
  it("lets a role do what it is granted, and nothing when it is taken away", async () => {
    const admin = { token: server.token("admin") };
    const owner = { token: server.token("owner") };
    const reader = as({ token: server.token("reader") }).admin;
    const own = await made(tenant, admin, { tenant: "granting", adminRoles: ["owner"], onDelete: "force" });
    await made(namespace, owner, { tenant: "granting", namespace: "n" });
    await made(topic, owner, { topic: "granting/n/x" });
    const subscribe = (name: string): Promise<unknown> =>
      reader.send({
        method: "PUT",
        path: `/admin/v2/persistent/granting/n/x/subscription/${name}`,
        body: "latest",
        purpose: `subscribe ${name}`,
      });
    const refused = /Could not subscribe .*: .*Pulsar answered 40[13] .*lacks the privilege/;
    await assert.rejects(subscribe("before"), refused);
    await assert.rejects(
      made(
        permission,
        { token: server.token("reader") },
        { namespace: "granting/n", role: "reader", actions: ["consume"] },
      ),
      /Could not read the permissions of namespace granting\/n: .*Pulsar answered 40[13] .*lacks the privilege/,
    );
    for (const place of [{ namespace: "granting/n" }, { topic: "granting/n/x" }]) {
      const granted = await made(permission, owner, { ...place, role: "reader", actions: ["consume"] });
      await subscribe(Object.keys(place).join());
      const reserved = await made(subscriptionPermission, owner, {
        namespace: "granting/n",
        subscription: "reserved",
        role: "other",
      });
      await assert.rejects(subscribe("reserved"), refused);
      await subscribe(`${Object.keys(place).join()}-2`);
      await reserved.delete();
      await granted.delete();
      await assert.rejects(subscribe("after"), refused);
    }
    await own.delete();
  });
  it("lets only a superuser make resource groups", async () => {
    const admin = { token: server.token("admin") };
    const inputs = { resourceGroup: "limited", publishRate: { messages: 5 } };
    await assert.rejects(
      made(resourceGroup, { token: server.token("owner") }, inputs),
      /Could not read resource group limited: .*Pulsar answered 401 .*super-user access.*lacks the privilege/,
    );
    const own = await made(resourceGroup, admin, inputs);
    await own.refresh();
    assert.deepEqual(own.changed(inputs), []);
    await own.delete();
    assert.equal(await own.refresh(), undefined);
  });
  it("lets only a superuser register clusters", async () => {
    const admin = { token: server.token("admin") };
    const inputs = { cluster: "west", serviceUrl: "http://127.0.0.1:9", deleteWaitSeconds: 0 };
    await assert.rejects(
      made(cluster, { token: server.token("owner") }, inputs),
      /Could not register cluster west: .*Pulsar answered 401 .*lacks the privilege/,
    );
    const own = await made(cluster, admin, inputs);
    await own.refresh();
    assert.deepEqual(own.changed(inputs), []);
    await own.delete();
    assert.equal(await own.refresh(), undefined);
  });
  it("deletes a namespace with its topics where the broker forbids to do so in one call", async () => {
    const admin = { token: server.token("admin") };
    const own = await made(tenant, admin, { tenant: "unforced" });
    const inside = await made(namespace, admin, { tenant: "unforced", namespace: "n", onDelete: "force" });
    await made(topic, admin, { topic: "unforced/n/one" });
    await made(topic, admin, { topic: "unforced/n/two", partitions: 2 });
    await made(topic, admin, { topic: "non-persistent://unforced/n/three", partitions: 2 });
    await inside.delete();
    assert.equal(await inside.refresh(), undefined);
    await own.delete();
  });
  it("makes, reads, changes and deletes with each kind of credential", async () => {
    const token = server.token("admin");
    const tokenFile = join(directory, "token");
    writeFileSync(tokenFile, token);
    process.env["AUTHORIZATION_TEST_TOKEN"] = token;
    const kinds: readonly PulsarAuthSpec[] = [
      { token },
      { tokenFile },
      { tokenVariable: "AUTHORIZATION_TEST_TOKEN" },
      { tokenCommand: ["cat", tokenFile] },
      { basic: { username: "admin", password: "hunter-two" } },
      { headers: { Authorization: `Bearer ${token}`, "X-Pulsar-Auth-Method-Name": "token" } },
    ];
    for (const auth of kinds) await walkThroughSample(as(auth).admin);
    delete process.env["AUTHORIZATION_TEST_TOKEN"];
  });
  it("uploads a package again when its token expired on the way", async () => {
    const tokenFile = join(directory, "short");
    const content = join(directory, "enrich.jar");
    writeFileSync(content, Buffer.alloc(3 << 20, "x"));
    const seconds = 2;
    writeFileSync(tokenFile, server.token("admin", seconds));
    const own = await made(tenant, { token: server.token("admin") }, { tenant: "uploading", onDelete: "force" });
    await made(namespace, { token: server.token("admin") }, { tenant: "uploading", namespace: "n" });
    const { admin } = as({ tokenCommand: ["cat", tokenFile] });
    let uploads = 0;
    const expiring: AdminClient = {
      ...admin,
      send: async (request) => {
        if (request.stream === undefined) return admin.send(request);
        await sleep((seconds + 1) * 1000);
        writeFileSync(tokenFile, server.token("admin"));
        const { open } = request.stream;
        return admin.send({ ...request, stream: { open: () => (uploads++, open()) } });
      },
    };
    const inputs = {
      type: "function",
      tenant: "uploading",
      namespace: "n",
      name: "enrich",
      content: new AssetValue(content, undefined, undefined, hash(readFileSync(content))),
    };
    const uploaded = operate(pulsarPackage, { admin: expiring });
    await uploaded.create(inputs);
    assert.equal(uploads, 2);
    await uploaded.refresh();
    assert.deepEqual(uploaded.changed(inputs), []);
    await uploaded.delete();
    await own.delete();
  });
  it("refuses a wrong password without showing it", async () => {
    await assert.rejects(
      made(tenant, { basic: { username: "admin", password: "wrong-one" } }, { tenant: "never" }),
      (error: Error) => /401/.test(error.message) && !error.message.includes("wrong-one"),
    );
  });
  it("refuses a wrong token without showing it", async () => {
    const wrong = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2VjcmV0";
    await assert.rejects(
      made(tenant, { token: wrong }, { tenant: "never" }),
      (error: Error) => /401/.test(error.message) && !error.message.includes(wrong),
    );
  });
});
