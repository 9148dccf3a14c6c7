import { javaFunction } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

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
    name: "a subscription shared alike",
    spec: around(
      {},
      { functions: { a: javaFunction({ subscriptionName: "x" }), b: javaFunction({ subscriptionName: "x" }) } },
    ),
    want: [],
  },
  { name: "effectively-once", spec: around({ processingGuarantee: "effectively_once" }), want: [] },
]);
