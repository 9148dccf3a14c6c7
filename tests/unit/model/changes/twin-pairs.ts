import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

type Parts = Parameters<typeof javaFunction>[0];

const readers = { "persistent://a/default/in": { external: true }, "persistent://b/default/in": { external: true } };

/** Functions that share a name, each in the tenant that is called like its key. */
const twins = (functions: Readonly<Record<string, Parts>>): MeshSpec =>
  sampleMesh({
    functions: Object.fromEntries(
      Object.entries(functions).map(([key, parts]) => [
        key,
        javaFunction({
          name: "x",
          tenant: key,
          replicas: 2,
          output: { topic: "persistent://public/default/out" },
          ...parts,
        }),
      ]),
    ),
    topics: { ...readers, "persistent://c/default/in": { external: true } },
  });

/** Members of one name, which the first keeps in Pulumi and Kubernetes: the others are told by their keys as well. */
export const twinPairs: readonly MeshPair[] = [
  {
    name: "none of members that share a name",
    before: twins({ a: {}, b: {} }),
    after: twins({ a: {}, b: {} }),
    changes: [],
  },
  {
    name: "one of members that share a name",
    before: twins({ a: { image: "one" }, b: { image: "one", processingGuarantee: "atmost_once" } }),
    after: twins({ a: { image: "one" }, b: { image: "two", processingGuarantee: "atmost_once" } }),
    changes: [
      "memberRolled functions.b.image: rolls 2 pods of x (b) because image changed (one → two); may lose the messages that it is processing: at-most-once",
    ],
  },
  {
    name: "the one that keeps the name",
    before: twins({ a: { image: "one" }, b: { image: "one" } }),
    after: twins({ a: { image: "two" }, b: { image: "one" } }),
    changes: [
      "memberRolled functions.a.image: rolls 2 pods of x because image changed (one → two); no message loss: at-least-once",
    ],
  },
  {
    name: "one that goes",
    before: twins({ a: {}, b: {} }),
    after: twins({ a: {} }),
    changes: [
      "memberRemoved functions.b: function x (b) is removed: its subscription b/default/x goes with it, and may lose messages: those in it that are not processed",
    ],
  },
  {
    name: "another one that comes",
    before: twins({ a: {}, b: {} }),
    after: twins({ a: {}, b: {}, c: {} }),
    changes: [
      "memberAdded functions.c: function x (c) is added: reads c/default/in, writes public/default/out, 2 pods in east",
    ],
  },
];
