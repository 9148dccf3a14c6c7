import { pythonFunction, sink } from "../../sample-mesh";
import { around, testRule } from "./broken-meshes";

testRule("FM071", [
  {
    name: "no language",
    spec: around({}, { functions: { f: { className: "x", input: { topics: ["in"] }, output: { topic: "out" } } } }),
    want: ["FM071 functions.f.python"],
  },
  { name: "two languages", spec: around({ python: { py: "/x.py" } }), want: ["FM071 functions.f.java"] },
  {
    name: "no code",
    spec: around({}, { functions: { f: pythonFunction({ python: {} }) } }),
    want: ["FM071 functions.f.python.code"],
  },
  { name: "no class", spec: around({ className: "" }), want: ["FM071 functions.f.className"] },
  {
    name: "a connector that the image is not said to have",
    spec: around({}, { sinks: { k: sink({ connector: "builtin://jdbc" }) } }),
    want: ["FM071 sinks.k.connector"],
  },
  {
    name: "a connector without class",
    spec: around({}, { sinks: { k: { connector: "/x.nar", input: { topics: ["out"] } } } }),
    want: ["FM071 sinks.k.className"],
  },
  {
    name: "a connector of the image",
    spec: around(
      {},
      {
        defaults: { runner: { connectors: { jdbc: { path: "/x.nar", className: "X" } } } },
        sinks: { k: { connector: "builtin://jdbc", input: { topics: ["out"] } } },
      },
    ),
    want: [],
  },
]);
