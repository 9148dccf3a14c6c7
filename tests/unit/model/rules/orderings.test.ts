import { around, testRule } from "./broken-meshes";

testRule("FM032", [
  {
    name: "two orderings",
    spec: around({ retainOrdering: true, retainKeyOrdering: true }),
    want: ["FM032 functions.f.retainKeyOrdering"],
  },
]);
