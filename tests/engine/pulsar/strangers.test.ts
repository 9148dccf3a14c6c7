import assert from "node:assert/strict";
import { type AdminClient } from "../../../provider/pulsar/admin/client";
import { cluster } from "../../../provider/pulsar/cluster";
import { namespace } from "../../../provider/pulsar/namespace";
import { permission } from "../../../provider/pulsar/permission";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { type Properties, type PulsarResource } from "../../../provider/pulsar/resource/resource";
import { resourceGroup } from "../../../provider/pulsar/resource-group";
import { schema } from "../../../provider/pulsar/schema";
import { subscription } from "../../../provider/pulsar/subscription";
import { subscriptionPermission } from "../../../provider/pulsar/subscription-permission";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";
import { newNamespace, newTenant, newTopic } from "./places";

/** What somebody else writes between a write of ours and its read-back. */
interface Stranger {
  readonly resource: PulsarResource;
  readonly fresh: (broker: Broker) => Promise<Properties>;
  /** Arguments that an update changes, `undefined` for those it drops; absent: nothing of it is at the broker. */
  readonly to?: Properties;
  readonly write: (broker: Broker, inputs: Properties) => Promise<unknown>;
  /** What the errors of create and update say was not kept. */
  readonly says: readonly [RegExp, RegExp?];
}

const propertiesOf = async (broker: Broker, path: string, more: Properties): Promise<unknown> =>
  broker.send("PUT", path, { ...recordOf(await broker.send("GET", path)), ...more });
const topicPath = ({ topic: name }: Properties): string => `/persistent/${String(name)}`;
const subscriptionPath = (inputs: Properties): string =>
  `${topicPath(inputs)}/subscription/${String(inputs["subscription"])}/properties`;
const namespacePath = ({ tenant: name, namespace: local }: Properties): string =>
  `/namespaces/${String(name)}/${String(local)}`;
const properties = { team: "red", kept: "1" };

const strangers: readonly Stranger[] = [
  {
    resource: tenant,
    fresh: async () => ({ tenant: freshName("made"), adminRoles: ["a"] }),
    to: { adminRoles: ["b"] },
    write: async (broker, inputs) => {
      const path = `/tenants/${String(inputs["tenant"])}`;
      await broker.send("POST", path, { ...recordOf(await broker.send("GET", path)), adminRoles: ["theirs"] });
    },
    says: [/adminRoles \(declared: \["a"\], at the broker: \["theirs"\]\)/, /adminRoles \(declared: \["b"\]/],
  },
  {
    resource: namespace,
    fresh: async (broker) => ({ tenant: await newTenant(broker), namespace: freshName("made"), messageTtlSeconds: 7 }),
    to: { messageTtlSeconds: 8 },
    write: (broker, inputs) => broker.send("POST", `${namespacePath(inputs)}/messageTTL`, 9),
    says: [
      /messageTtlSeconds \(declared: 7, at the broker: 9\)/,
      /messageTtlSeconds \(declared: 8, at the broker: 9\)/,
    ],
  },
  {
    resource: namespace,
    fresh: async (broker) => ({ tenant: await newTenant(broker), namespace: freshName("made"), properties }),
    to: { properties: { kept: "1" } },
    write: (broker, inputs) => broker.send("PUT", `${namespacePath(inputs)}/properties`, { team: "theirs" }),
    says: [/properties \(declared: .*"team":"theirs"/, /properties\.team \(unset\)/],
  },
  {
    resource: topic,
    fresh: async (broker) => ({ topic: `${await newNamespace(broker)}/${freshName("made")}`, properties }),
    to: { properties: { kept: "1" } },
    write: (broker, inputs) => broker.send("PUT", `${topicPath(inputs)}/properties`, { team: "theirs" }),
    says: [/properties \(declared: .*"team":"theirs"/, /properties\.team \(unset\)/],
  },
  {
    resource: topic,
    fresh: async (broker) => ({ topic: `${await newNamespace(broker)}/${freshName("made")}`, partitions: 1 }),
    write: (broker, inputs) => broker.send("DELETE", `${topicPath(inputs)}/inactiveTopicPolicies`),
    says: [/deleteWhileInactive/],
  },
  {
    resource: subscription,
    fresh: async (broker) => ({ topic: await newTopic(broker), subscription: "s", properties }),
    to: { properties: { kept: "1" } },
    write: (broker, inputs) => propertiesOf(broker, subscriptionPath(inputs), { team: "theirs" }),
    says: [/properties \(declared: .*"team":"theirs"/, /properties\.team \(unset\)/],
  },
  {
    resource: permission,
    fresh: async (broker) => ({ namespace: await newNamespace(broker), role: "r", actions: ["consume"] }),
    to: { actions: ["produce"] },
    write: (broker, { namespace: full }) =>
      broker.send("POST", `/namespaces/${String(full)}/permissions/r`, ["sources"]),
    says: [/actions \(declared: \["consume"\], at the broker: \["sources"\]\)/, /actions \(declared: \["produce"\]/],
  },
  {
    resource: subscriptionPermission,
    fresh: async (broker) => ({ namespace: await newNamespace(broker), subscription: "s", role: "r" }),
    write: (broker, { namespace: full }) =>
      broker.send("POST", `/namespaces/${String(full)}/permissions/subscription/s`, ["theirs"]),
    says: [/role r/],
  },
  {
    resource: resourceGroup,
    fresh: async () => ({ resourceGroup: freshName("group"), publishRate: { messages: 1 } }),
    to: { publishRate: { messages: 3 } },
    write: (broker, { resourceGroup: name }) =>
      broker.send("PUT", `/resourcegroups/${String(name)}`, { publishRateInMsgs: 2 }),
    says: [/publishRate \(declared: .*1.*at the broker: .*2/, /publishRate \(declared: .*3.*at the broker: .*2/],
  },
  {
    resource: cluster,
    fresh: async () => ({ cluster: freshName("registered"), serviceUrl: "http://west:8080" }),
    to: { serviceUrl: "http://east:8080" },
    write: (broker, { cluster: name }) =>
      broker.send("POST", `/clusters/${String(name)}`, { serviceUrl: "http://x:1" }),
    says: [
      /serviceUrl \(declared: "http:\/\/west:8080", at the broker: "http:\/\/x:1"\)/,
      /serviceUrl \(declared: "http:\/\/east/,
    ],
  },
  {
    resource: schema,
    fresh: async (broker) => ({ topic: await newTopic(broker), type: "STRING" }),
    write: (broker, { topic: name }) => broker.send("DELETE", `/schemas/${String(name)}/schema?force=true`),
    says: [/itself \(it is not there\)/],
  },
];

describe("a stranger's write between ours and its read-back", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
  });
  // With several clusters the broker's own can no longer be told by being the only one.
  after(async () => {
    for (const name of [await broker.send("GET", "/clusters")].flat().map(String))
      if (name.startsWith("registered-")) await broker.send("DELETE", `/clusters/${name}`);
  });

  /** Whoever writes as soon as one of our writes is done, once it is told to. */
  const besides = (write: () => Promise<unknown>): { readonly admin: AdminClient; begin(): void } => {
    let isWriting = false;
    const send: AdminClient["send"] = async (request) => {
      const response = await broker.admin.send(request);
      if (isWriting && request.method !== "GET") await write();
      return response;
    };
    return { admin: { ...broker.admin, send }, begin: () => (isWriting = true) };
  };

  for (const { resource, fresh, to, write, says } of strangers) {
    const [atCreate, atUpdate] = says;
    const kept = (what: RegExp): RegExp => new RegExp(`accepted .* but did not keep .*${what.source}`);
    it(`is seen by create of ${resource.type}: ${atCreate.source}`, async () => {
      const inputs = await fresh(broker);
      const stranger = besides(() => write(broker, inputs));
      stranger.begin();
      await assert.rejects(operate(resource, stranger).create(inputs), kept(atCreate));
    });
    if (to === undefined) continue;
    it(`is seen by update of ${resource.type}: ${(atUpdate ?? atCreate).source}`, async () => {
      const inputs = await fresh(broker);
      const stranger = besides(() => write(broker, inputs));
      const made = operate(resource, stranger);
      await made.create(inputs);
      stranger.begin();
      await assert.rejects(made.update({ ...inputs, ...to }), kept(atUpdate ?? atCreate));
    });
  }
});
