import assert from "node:assert/strict";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";
import { changes } from "./harness/steps";
import { produce } from "./pulsar/client";

const tenant = "given";
const home = `${tenant}/orders`;
const topicPath = (name: string): string => `/persistent/${home}/${name}`;

/** What is there before the mesh, what is given to others, and what stays when the mesh goes. */
describe("what a mesh takes over and leaves", () => {
  let plane: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    [plane, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await plane.kubectl("create", "namespace", tenant);
    await send("PUT", `/tenants/${tenant}`, { adminRoles: ["stranger"], allowedClusters: ["east"] });
    stack = await Stack.create({
      language: "yaml",
      files: program({ tenants: { [tenant]: { adminRoles: ["own"] } } }),
    });
  });
  after(() => stack.remove());

  it("takes over another tenant only where that is asked for", async () => {
    const refused = await stack.up();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /Tenant given exists already and differs in adminRoles/);
    stack.write(program({ tenants: { [tenant]: { adminRoles: ["own"], onExisting: "adopt" } } }));
    succeeds(await stack.up());
    assert.deepEqual(Object(await read(`/tenants/${tenant}`)).adminRoles, ["own"]);
  });

  it("leaves what is others' from now on, with all that is in it", async () => {
    stack.write(
      program({
        tenants: { [tenant]: { external: true } },
        namespaces: { [home]: { external: true } },
        topics: { in: { external: true } },
      }),
    );
    const result = await stack.up();
    succeeds(result);
    assert.match(result.output, /tenant given is others' from now on, and stays as it is/);
    assert.match(result.output, /topic given\/orders\/in is others' from now on, and stays as it is/);
    assert.match(result.output, /Topic persistent:\/\/given\/orders\/in is said to be somebody else's now/);
    const properties = await read(`${topicPath("in")}/properties`);
    assert.deepEqual(Object.keys(Object(properties)), []);
    assert.deepEqual(Object.keys(Object(await read(`/namespaces/${home}/properties`))), []);
    assert.deepEqual(await changes(stack), []);
  });

  it("has them again", async () => {
    stack.write(
      program({
        tenants: { [tenant]: { onExisting: "adopt", onDelete: "retain" } },
        namespaces: { [home]: { onDelete: "retain" } },
        topics: { in: { onDelete: "retain" } },
      }),
    );
    const result = await stack.up();
    succeeds(result);
    assert.match(result.output, /topic given\/orders\/in becomes the mesh's own, and goes with it/);
  });

  it("leaves what is to stay when it is destroyed, and nothing else", async () => {
    succeeds(await stack.destroy());
    const { subscriptions } = Object(await read(`${topicPath("in")}/stats`));
    assert.deepEqual(Object.keys(Object(subscriptions)), [`${home}/near`]);
    const { status } = await admin(broker.adminUrl, `${topicPath("mid")}/stats`);
    assert.equal(status, 404);
  });

  it("loses no message that nobody has read where that is asked for", async () => {
    stack.write(
      program({
        tenants: { [tenant]: { onExisting: "adopt" } },
        namespaces: { [home]: {} },
        topics: { in: { onDelete: "delete" } },
      }),
    );
    succeeds(await stack.up());
    await produce(broker, `${home}/in`);
    const refused = await stack.destroy();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /is not deleted, since it holds 1 message/);
    await send("POST", `${topicPath("in")}/subscription/${encodeURIComponent(`${home}/near`)}/skip_all`);
    succeeds(await stack.destroy());
    assert.equal((await admin(broker.adminUrl, `/tenants/${tenant}`)).status, 404);
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  async function send(method: string, path: string, body?: unknown): Promise<void> {
    const { status, body: answer } = await admin(broker.adminUrl, path, { method, body });
    assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(answer)}`);
  }

  async function read(path: string): Promise<unknown> {
    const { status, body } = await admin(broker.adminUrl, path);
    assert.equal(status, 200, path);
    return body;
  }

  const program = (entries: object) =>
    meshProject(tenant, {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(plane, tenant) },
      defaults: { tenant, namespace: "orders", rollout: simulatedRollout },
      namespaces: { [home]: {} },
      functions: { near: imageFunction("in", "mid"), far: imageFunction("mid", undefined) },
      ...entries,
    });
});
