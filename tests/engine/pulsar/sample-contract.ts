import assert from "node:assert/strict";
import type { AdminClient } from "../../../provider/pulsar/admin/client";
import { cluster } from "../../../provider/pulsar/cluster";
import { pulsarResources } from "../../../provider/pulsar/index";
import { namespace } from "../../../provider/pulsar/namespace";
import { pulsarPackage } from "../../../provider/pulsar/package";
import { permission } from "../../../provider/pulsar/permission";
import type { Properties, PulsarResource } from "../../../provider/pulsar/resource/resource";
import { resourceGroup } from "../../../provider/pulsar/resource-group";
import { schema } from "../../../provider/pulsar/schema";
import { subscription } from "../../../provider/pulsar/subscription";
import { subscriptionPermission } from "../../../provider/pulsar/subscription-permission";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { freshName } from "./broker";
import { importById, operate } from "./operations";
import { text } from "./package-calls";
import { field, record } from "./schemas";

/** A resource with its arguments, and others in place of some of them. */
type Row = readonly [PulsarResource, Properties, Properties];

/** What has no contents: it is all in the broker's metadata. */
const placesIn = (name: string): readonly Row[] => [
  [tenant, { tenant: name, adminRoles: ["a"] }, { adminRoles: ["b"] }],
  [namespace, { tenant: name, namespace: "n", messageTtlSeconds: 60 }, { messageTtlSeconds: 120 }],
];

/** One of every other kind. */
function contentsIn(name: string): readonly Row[] {
  const place = `${name}/n`;
  const topicName = `persistent://${place}/t`;
  const typed = { topic: topicName, type: "AVRO", definition: record(field("id", "string")) };
  const content = text(`print("${name}")`);
  return [
    [resourceGroup, { resourceGroup: name, publishRate: { messages: 5 } }, { publishRate: { messages: 6 } }],
    [cluster, { cluster: name, serviceUrl: "http://127.0.0.1:9" }, { serviceUrl: "http://127.0.0.1:10" }],
    [topic, { topic: topicName, partitions: 1 }, { partitions: 2 }],
    [schema, typed, { definition: record(field("id", "string"), field("note", "string", "")) }],
    [subscription, { topic: topicName, subscription: "s" }, { properties: { a: "1" } }],
    [permission, { namespace: place, role: "reader", actions: ["consume"] }, { actions: ["consume", "produce"] }],
    [subscriptionPermission, { namespace: place, subscription: "s", role: "reader" }, { deleteWaitSeconds: 1 }],
    [
      pulsarPackage,
      { type: "function", tenant: name, namespace: "n", name: "enrich", content },
      { description: "Adds" },
    ],
  ];
}

/** Makes, reads, imports, changes and deletes one of every kind, as whoever the client is: a superuser. */
export async function walkThroughSample(admin: AdminClient): Promise<void> {
  const name = freshName("sample");
  const rows = [...placesIn(name), ...contentsIn(name)];
  assert.deepEqual(new Set(rows.map(([resource]) => resource)), new Set(pulsarResources));
  await walkThrough(admin, rows);
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
    const changed = each.changed(after).map((path) => path.split(".")[0]);
    assert.deepEqual(changed, Object.keys(each.change));
    await each.update(after);
    await each.refresh();
    assert.deepEqual(each.changed(after), []);
  }
  for (const each of made.reverse()) {
    await each.delete();
    assert.equal(await each.refresh(), undefined);
  }
}
