import { javaFunction, source } from "../../sample-mesh";
import { around, testRule, unknown } from "./broken-meshes";

const others = ["FM010? sinks.k.input.topics[0]", "FM011? sources.s.output.topic"];
const batch = { batchSourceConfig: { discoveryTriggererClassName: "com.acme.Cron" } };
const subscription = (subscriptionName: string) => around({ subscriptionName });
const atSubscription = "functions.f.subscriptionName";

testRule("FM003", [
  ...["", " a", "a ", "a\nb", "a\u2028b", "a\u0007b", "\ud800", ".", ".."].map((name) => ({
    name: `the subscription ${JSON.stringify(name)}`,
    spec: subscription(name),
    want: [`FM003 ${atSubscription}`],
    wantInManifests: name === "" ? [] : [`FM003? ${atSubscription}`],
  })),
  ...["a b", "a/b", "a:b", "é", "...", "a%b#c?d"].map((name) => ({
    name: `the subscription ${JSON.stringify(name)}`,
    spec: subscription(name),
    want: [],
    wantInManifests: [],
  })),
  ...["x".repeat(2049), "é".repeat(342)].map((name) => ({
    name: `the subscription of ${name.length} letters ${name.charAt(0)}`,
    spec: subscription(name),
    want: [`FM003 ${atSubscription}`],
  })),
  {
    name: "a short name that another resource computed",
    spec: around({ logTopic: "log" }),
    computed: ["functions.f.logTopic"],
    want: ["FM003 functions.f.logTopic"],
  },
  {
    name: "a name in full that another resource computed",
    spec: around({ logTopic: "public/default/log" }),
    computed: ["functions.f.logTopic"],
    want: [],
  },
  {
    name: "a partition that another resource computed",
    spec: around({ logTopic: "public/default/log-partition-0" }),
    computed: ["functions.f.logTopic"],
    want: [],
  },
  { name: "a subscription not known yet", spec: subscription(unknown), want: [] },
  { name: "a name that gives a subscription none", spec: around({ name: "f\n" }), want: ["FM003 functions.f.name"] },
  {
    name: "a key that gives a subscription none",
    spec: around({}, { functions: { "f ": javaFunction() } }),
    want: ['FM003 functions["f "]'],
  },
  {
    name: "a name that a stated subscription makes good",
    spec: around({ name: "f\n", subscriptionName: "s" }),
    want: [],
  },
  {
    name: "a batch source whose tasks have no topic",
    spec: around({}, { sources: { s: source({ ...batch, name: "a b" }) } }),
    want: ["FM003 sources.s.name"],
  },
  { name: "a source of that name", spec: around({}, { sources: { s: source({ name: "a b" }) } }), want: [] },
  {
    name: "a name that Pulsar takes for two",
    spec: around({ name: "a/b", maxMessageRetry: 3 }),
    want: ["FM003 functions.f.name"],
    wantInManifests: ["FM003? functions.f.name"],
  },
  { name: "a topic that is a step", spec: around({ logTopic: ".." }), want: ["FM003 functions.f.logTopic"] },
  { name: "a tenant that is a step", spec: around({ tenant: ".." }), want: ["FM003 functions.f.tenant", ...others] },
  {
    name: "a tenant too long",
    spec: around({ tenant: "a".repeat(257) }),
    want: ["FM003 functions.f.tenant", ...others],
  },
  {
    name: "namespaces that are steps",
    spec: around({}, { namespaces: { "public/..": {}, "./default": {} } }),
    want: ['FM003 namespaces["./default"]', 'FM003 namespaces["public/.."]'],
  },
  {
    name: "a topic of Pulsar's own",
    spec: around({ logTopic: "__log" }),
    want: ["FM003 functions.f.logTopic"],
  },
  {
    name: "a topic of Pulsar's own that is there",
    spec: around({ logTopic: "__log" }, { topics: { __log: { external: true } } }),
    want: [],
  },
  {
    name: "a topic of Pulsar's own beside an external one whose name ends so",
    spec: around({ logTopic: "__log" }, { topics: { my__log: { external: true } } }),
    want: ["FM003 functions.f.logTopic"],
  },
  {
    name: "a topic of Pulsar's own that is there, by its full name",
    spec: around(
      { logTopic: "__log" },
      {
        topics: {
          "persistent://public/default/__log": { external: true },
          "public/default/__other": { external: true },
        },
      },
    ),
    want: [],
  },
  {
    name: "a malformed input",
    spec: around({ input: { topics: ["in", "a/b"] } }),
    want: ["FM003 functions.f.input.topics[1]"],
  },
  {
    name: "a topic of others that is called like an expression",
    spec: around(
      { input: { topics: ["in", "a|b", "public/default/orders[eu]"] } },
      { topics: { "a|b": { external: true }, "orders[eu]": { external: true } } },
    ),
    want: [],
  },
  {
    name: "an own one that is called so",
    spec: around({ input: { topics: ["in", "a|b"] } }, { topics: { "a|b": {} } }),
    want: ["FM003 functions.f.input.topics[1]", 'FM003 topics["a|b"]'],
  },
  { name: "a malformed topic key", spec: around({}, { topics: { "a/b": {} } }), want: ['FM003 topics["a/b"]'] },
  {
    name: "a malformed namespace",
    spec: around({}, { namespaces: { orders: {} } }),
    want: ["FM003 namespaces.orders"],
  },
  {
    name: "a malformed tenant",
    spec: around({ tenant: "a b" }),
    want: ["FM003 functions.f.tenant"].concat("FM010? sinks.k.input.topics[0]", "FM011? sources.s.output.topic"),
  },
  {
    name: "a partition",
    spec: around({ input: { topics: ["in", "in-partition-0"] } }),
    want: ["FM003 functions.f.input.topics[1]"],
  },
  {
    name: "a topic that is not persistent",
    spec: around({ input: { topics: ["in", "non-persistent://a/b/c"] } }, { topics: { "non-persistent://a/b/c": {} } }),
    want: ["FM003? functions.f.input.topics[1]"],
  },
  {
    name: "a name that Pulsar takes",
    spec: around({ logTopic: "persistent://a/b/c/d" }),
    want: ["FM003 functions.f.logTopic"],
    wantInManifests: ["FM003? functions.f.logTopic"],
  },
  {
    name: "names that nobody takes",
    spec: around({ maxMessageRetry: 1, deadLetterTopic: "kafka://a/b/c", logTopic: "a/b" }),
    want: ["FM003 functions.f.logTopic", "FM003 functions.f.deadLetterTopic"],
    wantInManifests: ["FM003 functions.f.logTopic", "FM003 functions.f.deadLetterTopic"],
  },
  {
    name: "a pattern of no namespace",
    spec: around({ input: { topics: ["in"], topicPattern: "a/.*" } }),
    want: ["FM003 functions.f.input.topicPattern"],
    wantInManifests: ["FM003 functions.f.input.topicPattern"],
  },
]);
