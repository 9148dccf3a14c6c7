import assert from "node:assert/strict";
import type { AdminClient } from "../../../provider/pulsar/admin/client";
import { namespace } from "../../../provider/pulsar/namespace";
import type { Properties, PulsarResource } from "../../../provider/pulsar/resource/resource";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { freshName } from "./broker";
import { importById, operate } from "./operations";

/** A resource with its arguments, and others in place of some of them. */
type Row = readonly [PulsarResource, Properties, Properties];

/** What has no contents: it is all in the broker's metadata. */
const placesIn = (name: string): readonly Row[] => [
  [tenant, { tenant: name, adminRoles: ["a"] }, { adminRoles: ["b"] }],
  [namespace, { tenant: name, namespace: "n", messageTtlSeconds: 60 }, { messageTtlSeconds: 120 }],
];

/** Makes, reads, imports, changes and deletes a tenant, a namespace and a topic as whoever the client is. */
export async function walkThroughSample(admin: AdminClient): Promise<void> {
  const name = freshName("sample");
  await walkThrough(admin, [
    ...placesIn(name),
    [topic, { topic: `persistent://${name}/n/t`, partitions: 1 }, { partitions: 2 }],
  ]);
}

/** The same for a tenant and a namespace only. */
export const walkThroughPlaces = (admin: AdminClient): Promise<void> =>
  walkThrough(admin, placesIn(freshName("sample")));

async function walkThrough(admin: AdminClient, rows: readonly Row[]): Promise<void> {
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
