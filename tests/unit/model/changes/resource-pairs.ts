import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";

import type { MeshPair } from "./mesh-pairs";

const enrich = (parts: Parameters<typeof javaFunction>[0] = {}, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, ...parts }) }, ...more });

/** Pairs whose topics, clusters or shared settings differ. */
export const resourcePairs: readonly MeshPair[] = [
  {
    name: "partitions grown",
    before: sampleMesh({ topics: { in: { partitions: 4 } } }),
    after: sampleMesh({ topics: { in: { partitions: 8 } } }),
    changes: [
      "partitionsGrown topics.in.partitions: topic public/default/in grows from 4 to 8 partitions: messages of a key may go to another partition than before",
    ],
  },
  {
    name: "partitions that cannot be",
    before: sampleMesh({ topics: { in: { partitions: 4 } } }),
    after: sampleMesh({ topics: { in: {} } }),
    changes: [
      "partitionsChanged topics.in.partitions: topic public/default/in is to have no partitions in place of 4 partitions, which Pulsar refuses: that needs a topic with another name",
    ],
  },
  {
    name: "a Pulsar cluster's URLs",
    before: enrich(),
    after: enrich({}, { pulsar: { east: { adminUrl: "http://127.0.0.1:9", serviceUrl: "pulsar://127.0.0.1:9" } } }),
    changes: [
      "pulsarClusterChanged pulsar.east.adminUrl: adminUrl changed (http://127.0.0.1:8080 → http://127.0.0.1:9) in Pulsar cluster east: restarts nothing by itself",
      "pulsarClusterChanged pulsar.east.serviceUrl: rolls 3 pods of 1 member in Pulsar cluster east because serviceUrl changed (pulsar://127.0.0.1:6650 → pulsar://127.0.0.1:9); no message loss: at-least-once",
    ],
  },
  {
    name: "a cluster added and its member",
    before: enrich({ cluster: "east" }),
    after: enrich({ cluster: "east" }, { kubernetes: { east: { namespace: "streaming" }, west: { pulsar: "east" } } }),
    changes: ["kubernetesClusterAdded kubernetes.west: Kubernetes cluster west is added"],
  },
  {
    name: "another Kubernetes namespace",
    before: enrich(),
    after: enrich({}, { kubernetes: { east: { namespace: "other" } } }),
    changes: [
      "kubernetesClusterChanged kubernetes.east.namespace: makes the workloads of 1 member in Kubernetes cluster east anew because namespace changed (streaming → other); no message loss: at-least-once",
    ],
  },
  {
    name: "naming",
    before: enrich(),
    after: enrich({}, { naming: "unique" }),
    changes: [
      "namingChanged naming: the objects of all members get other names in Kubernetes (naming: stable → unique), so every workload is made anew",
    ],
  },
  {
    name: "the order of the start",
    before: enrich(),
    after: enrich({}, { ordering: "consumersFirst" }),
    changes: [
      "orderingChanged ordering: from now on each member starts when the readers of its output work (ordering: parallel → consumersFirst)",
    ],
  },
  {
    name: "tenants, namespaces and topics' settings",
    before: sampleMesh({ tenants: { a: {} }, namespaces: { "a/b": { messageTtlSeconds: 60 } }, topics: { t: {} } }),
    after: sampleMesh({
      tenants: { b: {} },
      namespaces: { "a/b": { messageTtlSeconds: 90 } },
      topics: { t: { properties: { team: "retail" } } },
    }),
    changes: [
      "tenantOwnershipChanged tenants.a: tenant a is others' from now on, and stays as it is",
      "tenantAdded tenants.b: tenant b is created",
      'namespaceChanged namespaces["a/b"].messageTtlSeconds: namespace a/b: messageTtlSeconds changed (60 → 90); nothing restarts',
      "topicChanged topics.t.properties: topic public/default/t: properties is stated; nothing restarts",
    ],
  },
  {
    name: "a topic given to others",
    before: sampleMesh({ topics: { t: {} } }),
    after: sampleMesh({ topics: { t: { external: true } } }),
    changes: [
      "topicOwnershipChanged topics.t.external: topic public/default/t is others' from now on, and stays as it is",
    ],
  },
  {
    name: "a tenant that nothing of the mesh is in any more",
    before: sampleMesh({ tenants: { a: {} }, namespaces: { "a/b": {} } }),
    after: sampleMesh(),
    changes: [
      "tenantRemoved tenants.a: tenant a is deleted, unless it still holds something",
      'namespaceRemoved namespaces["a/b"]: namespace a/b is deleted, unless it still holds something',
    ],
  },
  {
    name: "a tenant and a namespace given to others",
    before: sampleMesh({ tenants: { a: {} }, namespaces: { "a/b": {} } }),
    after: sampleMesh({ tenants: { a: { external: true } }, namespaces: { "a/b": { external: true } } }),
    changes: [
      "tenantOwnershipChanged tenants.a: tenant a is others' from now on, and stays as it is",
      'namespaceOwnershipChanged namespaces["a/b"]: namespace a/b is others\' from now on, and stays as it is',
    ],
  },
  {
    name: "a namespace of others that is used, taken over",
    before: enrich({ tenant: "a", namespace: "b" }),
    after: enrich({ tenant: "a", namespace: "b" }, { namespaces: { "a/b": { onExisting: "adopt" } } }),
    changes: ['namespaceOwnershipChanged namespaces["a/b"]: namespace a/b becomes the mesh\'s own, and goes with it'],
  },
  {
    name: "what stays when it leaves the mesh, and what goes with all that is in it",
    before: sampleMesh({
      tenants: { a: { onDelete: "retain" }, b: { onDelete: "force" } },
      topics: { kept: { onDelete: "retain" }, careful: { onDelete: "delete" } },
    }),
    after: sampleMesh(),
    changes: [
      "tenantRemoved tenants.a: tenant a stays, with all that is in it: its onDelete is retain",
      "tenantRemoved tenants.b: tenant b is deleted with all that is in it",
      "topicRemoved topics.careful: topic public/default/careful is deleted, unless it holds messages that nobody has read",
      "topicRemoved topics.kept: topic public/default/kept stays, with all that is in it: its onDelete is retain",
    ],
  },
  {
    name: "what becomes of a topic at the end, and a default that is stated",
    before: sampleMesh({ topics: { t: {} }, tenants: { a: {} } }),
    after: sampleMesh({
      topics: { t: { onDelete: "retain" } },
      tenants: { a: { onDelete: "delete", onExisting: "adoptIfEqual" } },
    }),
    changes: ["topicChanged topics.t.onDelete: topic public/default/t: onDelete is stated (retain); nothing restarts"],
  },
];
