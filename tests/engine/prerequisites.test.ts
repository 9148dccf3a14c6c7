import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin } from "./harness/admin";
import { type Gate, gateTo } from "./harness/gate";
import { imageFunction, kubernetesEntry, meshProject, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";

type Entries = Readonly<Record<string, object>>;

/** What belongs to others is looked up before anything is made. Counts as 18 tests. */
describe("tenants and namespaces of others", () => {
  let plane: ControlPlane;
  let broker: PulsarServer;
  let gate: Gate;
  let stack: Stack;

  before(async () => {
    [plane, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    gate = await gateTo(broker.adminUrl);
    await plane.kubectl("create", "namespace", "needs");
    stack = await Stack.create({ language: "yaml", files: program() });
  });
  after(async () => {
    await stack.remove();
    for (const path of ["/namespaces/needs/orders", "/tenants/needs"])
      await admin(broker.adminUrl, path, { method: "DELETE" });
  });

  it("are asked for at preview: a namespace that is missing", async () => {
    await refuses(
      /FM002 functions\.work\.input\.topics\[0\]: there is no namespace needs\/orders in Pulsar cluster "east"\. Create it \(with `dependsOn` in the mesh's options, where the same program does\), or state it in `namespaces`\./,
    );
  });

  it("a namespace that is missing, also where something else of the program comes before the mesh", async () => {
    const [mesh] = Object.values(program({ labels: { unrelated: "${unrelated.observedUid}" } }));
    const { resources, ...more } = Object(mesh);
    const kubeconfig = readFileSync(plane.kubeconfig, "utf8");
    const unrelated = { type: "function-mesh:ClusterIdentity", properties: { cluster: "other", kubeconfig } };
    stack.write({ "Pulumi.yaml": { ...more, resources: { unrelated, ...Object(resources) } } });
    await refuses(
      /FM002 functions\.work\.input\.topics\[0\]: there is no namespace needs\/orders in Pulsar cluster "east"/,
    );
    stack.write(program());
  });

  it("a tenant that is missing for a namespace of the mesh", async () => {
    stack.write(program({ namespaces: { "needs/orders": {} } }));
    await refuses(
      /FM002 functions\.work\.input\.topics\[0\]: there is no tenant needs in Pulsar cluster "east"\. Create it \(with `dependsOn` in the mesh's options, where the same program does\), or state it in `tenants`\./,
    );
  });

  it("a namespace that the same program makes, before the mesh", async () => {
    const [mesh] = Object.values(program());
    const { resources, ...more } = Object(mesh);
    const [name, wanted] = Object.entries(Object(resources))[0] ?? [];
    const made = {
      tenant: {
        type: "function-mesh:pulsar:Tenant",
        properties: { tenant: "needs" },
        options: { provider: "${broker}" },
      },
      orders: {
        type: "function-mesh:pulsar:Namespace",
        properties: { tenant: "${tenant.tenant}", namespace: "orders" },
        options: { provider: "${broker}" },
      },
      broker: { type: "pulumi:providers:function-mesh", properties: { adminUrl: gate.url } },
      [String(name)]: { ...Object(wanted), options: { dependsOn: ["${orders}"] } },
    };
    stack.write({ "Pulumi.yaml": { ...more, resources: made } });
    const preview = await stack.preview();
    assert.equal(preview.code, 0, preview.output);
    assert.match(preview.output, /Not there yet, which is right where this program makes it: FM002/);
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    const down = await stack.destroy();
    assert.equal(down.code, 0, down.output);
    stack.write(program());
  });

  it("are not waited for at preview while the broker is away", async () => {
    await gate.close();
    stack.write(program());
    const start = Date.now();
    const planned = await changes(stack);
    assert.ok(planned.includes("create Prerequisites needs-east"), planned.join("\n"));
    assert.ok(Date.now() - start < 60_000);
    await gate.open();
  });

  it("a namespace that is not replicated to where it is said to be", async () => {
    await admin(broker.adminUrl, "/tenants/needs", {
      method: "PUT",
      body: { allowedClusters: ["east"], adminRoles: [] },
    });
    await admin(broker.adminUrl, "/namespaces/needs/orders", { method: "PUT", body: {} });
    stack.write(program({ namespaces: { "needs/orders": { external: true, replicationClusters: ["east", "far"] } } }));
    await refuses(
      /FM020 functions\.work\.input\.topics\[0\]: namespace needs\/orders of Pulsar cluster "east" is not replicated to "far"\. Have its administrator run: pulsar-admin namespaces set-clusters needs\/orders --clusters east,far\./,
    );
  });

  it("a tenant that does not allow what its new namespace is replicated to", async () => {
    stack.write(
      program({ namespaces: { "needs/other": { replicationClusters: ["east", "far"] } }, namespace: "other" }),
    );
    await refuses(
      /FM021 functions\.work\.input\.topics\[0\]: tenant needs of Pulsar cluster "east" does not allow "far"\. Have its administrator run: pulsar-admin tenants update needs --allowed-clusters east,far\./,
    );
  });

  it("are asked for again at each preview, and at a refresh", async () => {
    const replicated = { "needs/orders": { external: true, replicationClusters: ["east", "far"] } };
    const path = "/namespaces/needs/orders/replication";
    await admin(broker.adminUrl, "/clusters/far", { method: "PUT", body: { serviceUrl: "http://127.0.0.1:9" } });
    await admin(broker.adminUrl, "/tenants/needs", { method: "POST", body: { allowedClusters: ["east", "far"] } });
    await admin(broker.adminUrl, path, { method: "POST", body: ["east", "far"] });
    stack.write(program({ namespaces: replicated }));
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    assert.deepEqual(await changes(stack), []);
    await admin(broker.adminUrl, path, { method: "POST", body: ["east"] });
    const lacking = /FM020 [^ ]+: namespace needs\/orders of Pulsar cluster "east" is not replicated to "far"/;
    const preview = await stack.preview();
    assert.notEqual(preview.code, 0, preview.output);
    assert.match(preview.output, lacking);
    const refreshed = await stack.refresh();
    assert.equal(refreshed.code, 0, refreshed.output);
    const after = await stack.preview();
    assert.match(after.output, lacking);
    await admin(broker.adminUrl, path, { method: "POST", body: ["east", "far"] });
    assert.deepEqual(await changes(stack), ["update Prerequisites needs-east"]);
    await admin(broker.adminUrl, path, { method: "POST", body: ["east"] });
    const down = await stack.destroy();
    assert.equal(down.code, 0, down.output);
    await admin(broker.adminUrl, "/tenants/needs", { method: "POST", body: { allowedClusters: ["east"] } });
    await admin(broker.adminUrl, "/clusters/far", { method: "DELETE" });
  });

  it("stay as they are when the mesh comes and goes", async () => {
    stack.write(
      program({ namespaces: { "needs/orders": { external: true } }, tenants: { needs: { external: true } } }),
    );
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    assert.deepEqual(await changes(stack), []);
    const down = await stack.destroy();
    assert.equal(down.code, 0, down.output);
    assert.equal((await admin(broker.adminUrl, "/namespaces/needs/orders")).status, 200);
  });

  /** The preview, and an update that makes nothing. */
  async function refuses(sentence: RegExp): Promise<void> {
    const preview = await stack.preview();
    assert.notEqual(preview.code, 0, preview.output);
    assert.match(preview.output, sentence);
    const up = await stack.up();
    assert.notEqual(up.code, 0, up.output);
    assert.match(up.output, sentence);
    const made = (await stack.state()).resources.map(({ type }) => type);
    assert.deepEqual(
      made.filter((type) => /^function-mesh:pulsar:|^kubernetes:/.test(type)),
      [],
    );
  }

  function program({
    namespaces,
    tenants,
    namespace = "orders",
    labels,
  }: { namespaces?: Entries; tenants?: Entries; namespace?: string; labels?: object } = {}) {
    return meshProject("needs", {
      pulsar: { east: { adminUrl: gate.url, serviceUrl: broker.serviceUrl } },
      kubernetes: { east: kubernetesEntry(plane, "needs") },
      defaults: { tenant: "needs", namespace, rollout: simulatedRollout },
      ...(namespaces === undefined ? {} : { namespaces }),
      ...(tenants === undefined ? {} : { tenants }),
      functions: { work: imageFunction("in", undefined, labels === undefined ? {} : { pod: { labels } }) },
    });
  }
});
