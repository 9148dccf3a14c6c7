import { project } from "./mesh-program";

type Properties = Readonly<Record<string, unknown>>;
type Entries = readonly (readonly [string, Properties])[];

const namespaces = 3;

/** Of the namespaces in the tenant. */
export const namespaceNames: readonly string[] = Array.from({ length: namespaces }, (_, index) => `n${index}`);

/**
 * A program of so many resources of every kind, as a team may have it in one tenant; at least twenty. What is of
 * no tenant begins with the tenant's name. The broker knows a second cluster by it, so the provider has to know the
 * name of its own: `clusterName`.
 */
export function mixedPulsarResources(tenant: string, count: number) {
  const rest = count - 3 - namespaces;
  const topics = Math.floor(rest / 2);
  const readers = Math.floor((rest - topics) / 2);
  const entries: Entries = [
    ["tenant", { type: "function-mesh:pulsar:Tenant", properties: { tenant, adminRoles: ["team"] } }],
    ["group", { type: "function-mesh:pulsar:ResourceGroup", properties: { resourceGroup: `${tenant}-group` } }],
    ["peer", { type: "function-mesh:pulsar:Cluster", properties: { cluster: `${tenant}-peer`, ...nowhere } }],
    ...many(namespaces, namespaceEntry),
    ...many(topics, topicEntry),
    ...many(readers, (index) => subscriptionEntry(index, topics)),
    ...many(rest - topics - readers, (index) => [`rest${index}`, (others[index % others.length] ?? role)(index)]),
  ];
  return project("mixed", Object.fromEntries(entries));
}

/** Brokers take a cluster that they cannot reach. */
const nowhere = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };

const many = (count: number, entry: (index: number) => readonly [string, Properties]): Entries =>
  Array.from({ length: count }, (_, index) => entry(index));

const namespaceEntry = (index: number): readonly [string, Properties] => [
  `n${index}`,
  {
    type: "function-mesh:pulsar:Namespace",
    properties: {
      tenant: "${tenant.tenant}",
      namespace: `n${index}`,
      messageTtlSeconds: 600,
      antiAffinity: "apart",
      properties: { team: "red" },
    },
  },
];

/** Some without partitions, which a broker makes in two steps: after its death between them only what is there tells whose it is. */
const topicEntry = (index: number): readonly [string, Properties] => [
  `t${index}`,
  {
    type: "function-mesh:pulsar:Topic",
    properties: {
      topic: `\${n${index % namespaces}.fullName}/t${index}`,
      partitions: index % 3,
      properties: { team: "red" },
      ...(index % 4 === 0 ? { maxConsumersPerTopic: 5 } : {}),
      ...(index % 3 === 0 ? {} : { onExisting: "refuse" }),
    },
  },
];

const subscriptionEntry = (index: number, topics: number): readonly [string, Properties] => [
  `s${index}`,
  {
    type: "function-mesh:pulsar:Subscription",
    properties: { topic: `\${t${index % topics}.fullName}`, subscription: `s${index}`, properties: { team: "red" } },
  },
];

const role = (index: number): Properties => ({
  type: "function-mesh:pulsar:Permission",
  properties: { namespace: `\${n${index % namespaces}.fullName}`, role: `role${index}`, actions: ["consume"] },
});

const schema = (index: number): Properties => ({
  type: "function-mesh:pulsar:Schema",
  properties: { topic: `\${t${index}.fullName}`, type: "STRING" },
});

const subscriptionRole = (index: number): Properties => ({
  type: "function-mesh:pulsar:SubscriptionPermission",
  properties: { namespace: `\${n${index % namespaces}.fullName}`, subscription: `r${index}`, role: `role${index}` },
});

const code = (index: number): Properties => ({
  type: "function-mesh:pulsar:Package",
  properties: {
    type: "function",
    tenant: "${tenant.tenant}",
    namespace: `\${n${index % namespaces}.namespace}`,
    name: `code${index}`,
    content: { "fn::stringAsset": `print(${index})` },
    properties: { team: "red" },
  },
});

const others = [role, schema, subscriptionRole, code];
