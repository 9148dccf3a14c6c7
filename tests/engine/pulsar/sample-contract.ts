import assert from "node:assert/strict";
import type { AdminClient } from "../../../provider/pulsar/admin/client";
import { namespace } from "../../../provider/pulsar/namespace";
import type { Properties, PulsarResource } from "../../../provider/pulsar/resource/resource";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { freshName } from "./broker";
import { importById, operate } from "./operations";

/** Makes, reads, imports, changes and deletes a tenant, a namespace and a topic as whoever the client is. */
export async function walkThroughSample(admin: AdminClient): Promise<void> {
  const name = freshName("sample");
  const rows: readonly (readonly [PulsarResource, Properties, Properties])[] = [
    [tenant, { tenant: name, adminRoles: ["a"] }, { adminRoles: ["b"] }],
    [namespace, { tenant: name, namespace: "n", messageTtlSeconds: 60 }, { messageTtlSeconds: 120 }],
    [topic, { topic: `persistent://${name}/n/t`, partitions: 1 }, { partitions: 2 }],
  ];
  const made = rows.map(([resource, before, change]) => ({
    resource,
    before,
    change,
    ...operate(resource, { admin }),
  }));
  for (const each of made) await each.create(each.before);
  for (const each of made) {
    await each.refresh();
    assert.deepEqual(each.changed(each.before), []);
    const imported = await importById(each.resource, { admin }, each.state().id);
    const declared = each.resource.check(each.before, undefined).inputs;
    assert.deepEqual(each.resource.diff(imported?.inputs ?? {}, declared).changes, []);
    const after = { ...each.before, ...each.change };
    assert.deepEqual(each.changed(after), Object.keys(each.change));
    await each.update(after);
    await each.refresh();
    assert.deepEqual(each.changed(after), []);
  }
  for (const each of made.reverse()) {
    await each.delete();
    assert.equal(await each.refresh(), undefined);
  }
}
