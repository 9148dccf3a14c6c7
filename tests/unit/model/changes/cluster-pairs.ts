import type { KubernetesClusterSpec } from "../../../../provider/model/kubernetes-cluster";
import type { MeshSpec } from "../../../../provider/model/mesh";
import type { PulsarClusterSpec } from "../../../../provider/model/pulsar-cluster";
import { javaFunction, pythonFunction, sampleMesh } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const functions = { enrich: javaFunction({ replicas: 3 }) };
const pulsar = { adminUrl: "https://127.0.0.1:8443", serviceUrl: "pulsar+ssl://127.0.0.1:6651" };

const inKubernetes = (parts: KubernetesClusterSpec): MeshSpec =>
  sampleMesh({ kubernetes: { east: { namespace: "streaming", ...parts } }, functions });
const keyed = (key: string, parts: KubernetesClusterSpec, more: object = {}): MeshSpec =>
  sampleMesh({
    kubernetes: { [key]: { pulsar: "east", ...parts } },
    functions: { enrich: javaFunction({ replicas: 3, image: "a", ...more }) },
  });
const withPulsar = (parts: Partial<PulsarClusterSpec>, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ pulsar: { east: { ...pulsar, ...parts } }, functions, ...more });
const leaving = (west: KubernetesClusterSpec, cluster: string): MeshSpec =>
  sampleMesh({
    kubernetes: { east: { pulsar: "east" }, west: { pulsar: "east", ...west } },
    functions: { enrich: javaFunction({ replicas: 3, cluster }) },
  });
const all = { replicationClusters: ["east", "west"] };
const inTwo = (standby?: string, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({
    pulsar: { east: pulsar, west: { adminUrl: "https://127.0.0.2:8443", serviceUrl: "pulsar+ssl://127.0.0.2:6651" } },
    kubernetes: { east: {}, west: {} },
    functions: {
      enrich: javaFunction({
        replicas: 3,
        placement: [{ cluster: "east" }, ...(standby === undefined ? [] : [{ cluster: standby, standby: true }])],
      }),
    },
    ...more,
    topics: { in: { external: true, ...all }, out: { external: true, ...all }, ...more.topics },
  });
const planted = { token: "planted" };

/** Pairs whose clusters differ. */
export const clusterPairs: readonly MeshPair[] = [
  {
    name: "the defaults of clusters, stated",
    before: withPulsar({}),
    after: withPulsar(
      { clusterName: "east", tls: { allowInsecure: false, verifyHostname: true } },
      { kubernetes: { east: { namespace: "streaming", createNamespace: false, abandon: false, pulsar: "east" } } },
    ),
    changes: [],
  },
  {
    name: "another key of a Kubernetes cluster, known by its uid",
    before: keyed("east", { uid: "1f" }),
    after: keyed("far", { uid: "1f" }),
    changes: [
      "kubernetesClusterChanged kubernetes.far: Kubernetes cluster east has the key far from now on; its members stay where they are",
    ],
  },
  {
    name: "another key of a Kubernetes cluster whose namespace the mesh makes",
    before: keyed("east", { uid: "1f", createNamespace: true }),
    after: keyed("far", { uid: "1f", createNamespace: true }),
    changes: [
      "kubernetesClusterChanged kubernetes.far: Kubernetes cluster east has the key far from now on; its members stay where they are",
      'kubernetesClusterChanged kubernetes.far: Kubernetes namespace default in the state is to be renamed before the update (docs/guides/clusters.md, "Another key"): else the update fails, since it exists already',
    ],
  },
  {
    name: "another Kubernetes cluster under another key",
    before: keyed("east", { uid: "1f", kubeconfig: "./a.yaml" }),
    after: keyed("far", { uid: "2f", kubeconfig: "./a.yaml" }),
    changes: [
      "kubernetesClusterAdded kubernetes.far: Kubernetes cluster far is added",
      "kubernetesClusterRemoved kubernetes.east: Kubernetes cluster east is no longer used",
      "memberMoved functions.enrich: enrich moves from east to far: its workload is made there, and deleted where it was; no message loss: at-least-once",
    ],
  },
  {
    name: "another key of a Kubernetes cluster, and another image",
    before: keyed("east", { uid: "1f" }),
    after: keyed("far", { uid: "1f" }, { image: "b" }),
    changes: [
      "kubernetesClusterChanged kubernetes.far: Kubernetes cluster east has the key far from now on; its members stay where they are",
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); no message loss: at-least-once",
    ],
  },
  {
    name: "a Kubernetes namespace that is the mesh's no more",
    before: inKubernetes({ createNamespace: true }),
    after: inKubernetes({}),
    changes: [
      "kubernetesClusterChanged kubernetes.east.createNamespace: Kubernetes namespace streaming in Kubernetes cluster east is deleted with everything in it, the workloads of enrich among it",
    ],
  },
  {
    name: "a Kubernetes namespace that the mesh makes",
    before: inKubernetes({}),
    after: inKubernetes({ createNamespace: true }),
    changes: [
      "kubernetesClusterChanged kubernetes.east.createNamespace: Kubernetes namespace streaming in Kubernetes cluster east is created, and must not be there yet: nothing restarts",
    ],
  },
  {
    name: "a Kubernetes cluster left behind",
    before: leaving({}, "west"),
    after: leaving({ abandon: true }, "west"),
    changes: [
      "kubernetesClusterChanged kubernetes.west.abandon: Kubernetes cluster west is left behind: nothing waits for it, and what the state has of it is dropped",
      "memberLeftBehind kubernetes.west.abandon: enrich is left behind in west, where it may still run: StatefulSet default/mesh-enrich, with its Service, ConfigMaps and Secrets",
      "memberPlaceRemoved functions.enrich.cluster: enrich runs no longer in west, and nowhere else: its subscriptions keep what arrives",
    ],
  },
  {
    name: "a Kubernetes cluster left behind, and its member moved",
    before: leaving({}, "west"),
    after: leaving({ abandon: true }, "east"),
    changes: [
      "kubernetesClusterChanged kubernetes.west.abandon: Kubernetes cluster west is left behind: nothing waits for it, and what the state has of it is dropped",
      "memberLeftBehind kubernetes.west.abandon: enrich is left behind in west, where it may still run: StatefulSet default/mesh-enrich, with its Service, ConfigMaps and Secrets",
      "memberMoved functions.enrich.cluster: enrich moves from west to east: its workload is made there, and the one in west is left behind; no message loss: at-least-once",
    ],
  },
  {
    name: "a Kubernetes cluster used again",
    before: leaving({ abandon: true }, "west"),
    after: leaving({}, "west"),
    changes: [
      "kubernetesClusterChanged kubernetes.west.abandon: Kubernetes cluster west is no longer left behind, and used again",
      "memberPlaceAdded functions.enrich.cluster: enrich runs in west, and ran nowhere until now",
    ],
  },
  {
    name: "another Kubernetes cluster under the same key",
    before: inKubernetes({ uid: "one" }),
    after: inKubernetes({ uid: "two" }),
    changes: [
      "kubernetesClusterChanged kubernetes.east.uid: Kubernetes cluster east is another one from now on (uid: one → two): the workloads of 1 member are made there, and deleted where they were; no message loss: at-least-once",
    ],
  },
  {
    name: "another context",
    before: inKubernetes({ kubeconfig: "file", context: "one" }),
    after: inKubernetes({ kubeconfig: "file", context: "two" }),
    changes: [
      "kubernetesClusterChanged kubernetes.east.context: context changed (one → two) in Kubernetes cluster east: nothing restarts where that leads to the same cluster",
    ],
  },
  {
    name: "another Pulsar cluster under the same key",
    before: withPulsar({ clusterName: "one" }),
    after: withPulsar({ clusterName: "two" }),
    changes: [
      "pulsarClusterChanged pulsar.east.clusterName: Pulsar cluster east is another one from now on (clusterName: one → two): what the mesh has in it is made there, and deleted where it was, and may lose messages: those in it that are not processed; restarts 3 pods of 1 member, to read from another place",
    ],
  },
  {
    name: "the URL of the admin client, which instances in Python have none of",
    before: withPulsar({}, { functions: { ...functions, other: pythonFunction({ input: { topics: ["x"] } }) } }),
    after: withPulsar(
      { webServiceUrl: "https://127.0.0.1:8443" },
      { functions: { ...functions, other: pythonFunction({ input: { topics: ["x"] } }) } },
    ),
    changes: [
      "pulsarClusterChanged pulsar.east.webServiceUrl: rolls 3 pods of 1 member in Pulsar cluster east because webServiceUrl is stated (https://127.0.0.1:8443); no message loss: at-least-once",
    ],
  },
  {
    name: "a credential of the same kind for members",
    before: withPulsar({ auth: planted }),
    after: withPulsar({ auth: planted, instanceAuth: planted }),
    changes: [
      "credentialsChanged pulsar.east.instanceAuth.token: credentials of Pulsar cluster east changed (instanceAuth.token): nothing restarts",
    ],
  },
  {
    name: "a credential of another kind for members",
    before: withPulsar({ auth: planted }),
    after: withPulsar({ auth: planted, instanceAuth: { plugin: "acme.Auth" } }),
    changes: [
      "pulsarClusterChanged pulsar.east.instanceAuth.plugin: rolls 3 pods of 1 member in Pulsar cluster east because instanceAuth.plugin is stated; no message loss: at-least-once",
    ],
  },
  {
    name: "a member's own credential of the same kind",
    before: withPulsar({ auth: planted }),
    after: withPulsar(
      { auth: planted },
      { functions: { enrich: javaFunction({ replicas: 3, instanceAuth: planted }) } },
    ),
    changes: [
      "credentialsChanged functions.enrich.instanceAuth.token: credentials of enrich changed: nothing restarts",
    ],
  },
  {
    name: "a credential for a cluster whose member has its own",
    before: withPulsar({}, { functions: { enrich: javaFunction({ instanceAuth: planted }) } }),
    after: withPulsar({ auth: planted }, { functions: { enrich: javaFunction({ instanceAuth: planted }) } }),
    changes: [
      "pulsarClusterChanged pulsar.east.auth.token: auth.token is stated in Pulsar cluster east: nothing restarts",
    ],
  },
  {
    name: "the authorities that members trust, as Pulumi trusts them",
    before: withPulsar({ tls: { trustCerts: "pem" } }),
    after: withPulsar({ tls: { trustCerts: "pem" }, instanceTls: { trustCerts: "pem" } }),
    changes: [
      "credentialsChanged pulsar.east.instanceTls.trustCerts: credentials of Pulsar cluster east changed (instanceTls.trustCerts): nothing restarts",
    ],
  },
  {
    name: "a place in a second Pulsar cluster",
    before: inTwo(),
    after: inTwo("west"),
    changes: [
      "topicClustersChanged topics.in: topic public/default/in is in Pulsar cluster west as well",
      "topicClustersChanged topics.out: topic public/default/out is in Pulsar cluster west as well",
      "memberPlaceAdded functions.enrich.placement: enrich stands by in west from now on",
      "memberPulsarClusterChanged functions.enrich.placement: enrich uses Pulsar cluster west as well: its subscription there keeps what arrives until it takes over",
    ],
  },
  {
    name: "a place in a second Pulsar cluster no more",
    before: inTwo("west"),
    after: inTwo(),
    changes: [
      "topicClustersChanged topics.in: topic public/default/in is no longer in Pulsar cluster west",
      "topicClustersChanged topics.out: topic public/default/out is no longer in Pulsar cluster west",
      "memberPlaceRemoved functions.enrich.placement: enrich stands by in west no longer",
      "memberPulsarClusterChanged functions.enrich.placement: enrich no longer uses Pulsar cluster west, and goes on with Pulsar cluster east; may lose messages: those that wait in west are not processed by it",
    ],
  },
  {
    name: "a topic in another Pulsar cluster",
    before: inTwo(undefined, { topics: { t: { pulsarCluster: "east" } } }),
    after: inTwo(undefined, { topics: { t: { pulsarCluster: "west" } } }),
    changes: [
      "topicClustersChanged topics.t: topic public/default/t is in Pulsar cluster west in place of east: in east it is deleted, and may lose messages: those in it that nobody has read",
    ],
  },
  {
    name: "the order of what has none",
    before: inTwo(undefined, {
      tenants: { a: { adminRoles: ["x", "y"] } },
      namespaces: { "a/b": { subscriptionTypesEnabled: ["Shared", "Failover"] } },
    }),
    after: inTwo(undefined, {
      tenants: { a: { adminRoles: ["y", "x"] } },
      namespaces: { "a/b": { subscriptionTypesEnabled: ["Failover", "Shared"] } },
    }),
    changes: [],
  },
];
