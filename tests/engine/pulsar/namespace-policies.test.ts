import { namespace } from "../../../provider/pulsar/namespace";
import { policyRequests } from "../../../provider/pulsar/namespace/namespace-policy-requests";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract, type Drift } from "./contract";
import { policyCases, type StrangersCall } from "./namespace-policy-cases";
import { newTenant } from "./places";

const clusters = { local: "contract", west: freshName("west"), south: freshName("south") };
const cases = policyCases(clusters);
const names = Object.keys(cases);
const all = Object.fromEntries(Object.entries(cases).map(([name, { value }]) => [name, value]));

/** A broker that knows more clusters, so that its own has to be named. */
async function brokerOfThree(): Promise<Broker> {
  const broker = await useBroker();
  const urls = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };
  for (const name of [clusters.west, clusters.south]) await broker.send("PUT", `/clusters/${name}`, urls);
  for (const name of ["contract-one", "contract-two"]) await broker.send("PUT", `/resourcegroups/${name}`, {});
  return { ...broker, admin: { ...broker.admin, clusterName: clusters.local } };
}

const pathOf = (inputs: Properties): string => `/namespaces/${String(inputs["tenant"])}/${String(inputs["namespace"])}`;

const strangersDrift = (name: string, path: string, [method, call, body]: StrangersCall): Drift => ({
  name: `another ${name}`,
  path,
  act: (broker, inputs) => broker.send(method, `${pathOf(inputs)}/${call}`, body),
});

/** Somebody gives the policy back to the broker. */
const unsetDrift = (name: string): Drift => ({
  name: `${name} unset`,
  path: name,
  act: async (broker, inputs) => {
    const requests = policyRequests({ field: name, before: inputs[name], after: undefined });
    for (const { path, query, method, body } of requests) {
      const target = `/admin/v2${pathOf(inputs)}/${path.join("/")}`;
      await broker.admin.send({ method, path: target, purpose: "unset", ...(query && { query }), body });
    }
  },
});

describe("provider/pulsar/namespace with every policy", () => {
  after(async () => {
    const broker = await useBroker();
    for (const name of [clusters.west, clusters.south]) await broker.send("DELETE", `/clusters/${name}`);
  });
  describeContract({
    resource: namespace,
    broker: brokerOfThree,
    fresh: async (broker) => ({ tenant: await newTenant(broker), namespace: freshName("made"), ...all }),
    changes: Object.entries(cases).map(([name, { changed, paths }]) => ({ to: { [name]: changed }, paths })),
    optional: names,
    drifts: [
      ...Object.entries(cases).map(([name, { drift, stranger }]) => strangersDrift(name, drift, stranger)),
      ...names.filter((name) => !name.endsWith("Clusters") && name !== "offloadPolicies").map(unsetDrift),
    ],
    // Three, one more to name a resource group, and two more for each of the affinities, which are read apart as well.
    asksAtPreview: true,
    calls: { create: 3 + 1 + 4, refresh: 1 + 2 },
  });
});
