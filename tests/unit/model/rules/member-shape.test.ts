import assert from "node:assert/strict";
import { planMesh } from "../../../../provider/model/plan-mesh";
import type { Asset } from "../../../../provider/model/json";
import { pythonFunction, sink } from "../../sample-mesh";
import { around, aroundGo, testRule } from "./broken-meshes";

// Only an edge can make one: to the model it is a thing that is there.
const asset: Asset = Object.create(null);

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
  {
    name: "no class at all",
    spec: around(
      {},
      { functions: { f: { java: { jar: "/x.jar" }, input: { topics: ["in"] }, output: { topic: "out" } } } },
    ),
    want: ["FM071 functions.f.className"],
  },
  { name: "no class in Go", spec: aroundGo({}), want: [] },
  { name: "no program", spec: aroundGo({ golang: { go: "" } }), want: ["FM071 functions.f.golang.go"] },
  { name: "no image", spec: aroundGo({ image: "" }), want: ["FM071 functions.f.image"] },
  {
    name: "Go and a generic runtime",
    spec: aroundGo({ genericRuntime: { functionFile: "", language: "nodejs" } }),
    want: ["FM071 functions.f.genericRuntime", "FM071 functions.f.genericRuntime.functionFile"],
    wantInManifests: ["FM071 functions.f.genericRuntime", "FM071 functions.f.genericRuntime.functionFile"],
  },
  {
    name: "code and where to download it",
    spec: around({}, { functions: { f: pythonFunction({ python: { code: asset, pyLocation: "https://x/y" } }) } }),
    want: ["FM071 functions.f.python.pyLocation"],
  },
  {
    name: "code with a class of letters that are not English",
    spec: around({}, { functions: { f: pythonFunction({ className: "echo.Größe", python: { code: asset } }) } }),
    want: [],
  },
  {
    name: "code of a module of letters that no key of a ConfigMap has",
    spec: around({}, { functions: { f: pythonFunction({ className: "größe.Echo", python: { code: asset } }) } }),
    want: ["FM071 functions.f.className"],
  },
  {
    name: "an empty path",
    spec: around({}, { functions: { f: pythonFunction({ python: { py: "" } }) } }),
    want: ["FM071 functions.f.python.py"],
  },
]);

describe("the help of a connector that the image is not said to have", () => {
  for (const [connector, path] of [
    ["builtin://jdbc", "defaults.runner.connectors.jdbc"],
    ["builtin://my.jdbc", 'defaults.runner.connectors["my.jdbc"]'],
  ] as const) {
    it(`names ${path}`, () => {
      const { problems } = planMesh("mesh", around({}, { sinks: { k: sink({ connector }) } }));
      assert.deepEqual(
        problems.map(({ help }) => help),
        [`add ${path} with path and className`],
      );
    });
  }
});
