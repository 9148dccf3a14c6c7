import { around, testRule } from "./broken-meshes";

const enabled = (...subscriptionTypesEnabled: readonly ("Shared" | "Failover" | "Key_Shared")[]) => ({
  subscriptionTypesEnabled,
});

testRule("FM032", [
  {
    name: "two orderings",
    spec: around({ retainOrdering: true, retainKeyOrdering: true }),
    want: ["FM032 functions.f.retainKeyOrdering"],
  },
  {
    name: "a topic that takes no reader in order",
    spec: around({ retainOrdering: true }, { topics: { in: enabled("Shared") } }),
    want: ["FM032 topics.in.subscriptionTypesEnabled"],
  },
  {
    name: "a namespace that takes readers in order only",
    spec: around({}, { namespaces: { "public/default": enabled("Failover", "Key_Shared") } }),
    want: ['FM032 namespaces["public/default"].subscriptionTypesEnabled'],
  },
  {
    name: "a topic that takes what its namespace does not",
    spec: around(
      { retainKeyOrdering: true },
      { namespaces: { "public/default": enabled("Failover", "Shared") }, topics: { in: enabled("Key_Shared") } },
    ),
    want: [],
  },
  { name: "a topic that leaves it to its broker", spec: around({}, { topics: { in: enabled() } }), want: [] },
]);
