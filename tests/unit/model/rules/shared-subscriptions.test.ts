import { javaFunction, sampleMesh } from "../../sample-mesh";
import { around, testRule, two } from "./broken-meshes";

testRule("FM030", [
  {
    name: "a subscription shared in different ways",
    spec: around(
      { subscriptionName: "x" },
      {
        functions: {
          a: javaFunction({ subscriptionName: "x" }),
          b: javaFunction({ subscriptionName: "x", retainOrdering: true }),
        },
      },
    ),
    want: ["FM030 functions.b.subscriptionName"],
  },
  {
    name: "a subscription shared in different ways in two Pulsar clusters",
    spec: sampleMesh({
      ...two,
      topics: { in: {}, out: { terminal: true } },
      functions: {
        a: javaFunction({ subscriptionName: "x", placement: [{ cluster: "east" }, { cluster: "west" }] }),
        b: javaFunction({
          subscriptionName: "x",
          retainOrdering: true,
          placement: [{ cluster: "east" }, { cluster: "west" }],
        }),
      },
    }),
    want: ["FM030 functions.b.subscriptionName"],
  },
  {
    name: "a subscription shared with two others, with each in another way",
    spec: sampleMesh({
      topics: { t1: {}, t2: {}, out: { terminal: true } },
      functions: {
        a: javaFunction({ input: { topics: ["t1"] }, subscriptionName: "x", retainOrdering: true }),
        b: javaFunction({ input: { topics: ["t2"] }, subscriptionName: "x", retainKeyOrdering: true }),
        c: javaFunction({ input: { topics: ["t1", "t2"] }, subscriptionName: "x" }),
      },
    }),
    want: ["FM030 functions.c.subscriptionName", "FM030 functions.c.subscriptionName"],
  },
  {
    name: "two subscriptions shared with one other",
    spec: sampleMesh({
      topics: { t1: {}, t2: {}, out: { terminal: true } },
      functions: {
        a: javaFunction({ input: { topics: ["t1", "t2"] }, subscriptionName: "x", retainOrdering: true }),
        c: javaFunction({ input: { topics: ["t1", "t2"] }, subscriptionName: "x" }),
      },
    }),
    want: ["FM030 functions.c.subscriptionName"],
  },
  {
    name: "a subscription that begins where the first of them says",
    spec: around(
      {},
      {
        functions: {
          a: javaFunction({ subscriptionName: "x" }),
          b: javaFunction({ subscriptionName: "x", subscriptionPosition: "latest" }),
        },
      },
    ),
    want: ["FM030? functions.b.subscriptionPosition"],
  },
  {
    name: "the same where only the first one says it",
    spec: around(
      {},
      {
        functions: {
          a: javaFunction({ subscriptionName: "x", subscriptionPosition: "latest" }),
          b: javaFunction({ subscriptionName: "x" }),
        },
      },
    ),
    want: ["FM030? functions.b.subscriptionName"],
  },
  {
    name: "a subscription shared alike",
    spec: around(
      {},
      { functions: { a: javaFunction({ subscriptionName: "x" }), b: javaFunction({ subscriptionName: "x" }) } },
    ),
    want: [],
  },
  { name: "effectively-once", spec: around({ processingGuarantee: "effectively_once" }), want: [] },
]);
