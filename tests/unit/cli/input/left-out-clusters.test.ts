import assert from "node:assert/strict";
import { withClusters } from "../../../../provider/cli/input/left-out-clusters";
import { isWireObject, Marked, type WireNode, type WireObject } from "../../../../provider/pulumi/wire/node";

const keysOf = (node: WireNode | undefined): readonly string[] => (isWireObject(node) ? Object.keys(node) : []);

describe("withClusters", () => {
  const cases: readonly {
    readonly name: string;
    readonly values: WireObject;
    readonly kubernetes: readonly string[];
    readonly pulsar: readonly string[];
  }[] = [
    { name: "one of each", values: {}, kubernetes: ["default"], pulsar: ["default"] },
    {
      name: "those that members name",
      values: {
        functions: { a: { cluster: "east", pulsarCluster: "p" } },
        sinks: { b: { placement: [{ cluster: "west" }, { cluster: "north" }] } },
      },
      kubernetes: ["east", "west", "north"],
      pulsar: ["p"],
    },
    {
      name: "those that defaults and clusters name",
      values: { defaults: { cluster: "east" }, kubernetes: { east: { pulsar: "p" } } },
      kubernetes: ["east"],
      pulsar: ["p"],
    },
    { name: "what is stated", values: { kubernetes: { k: {} }, pulsar: { p: {} } }, kubernetes: ["k"], pulsar: ["p"] },
    { name: "what is stated badly", values: { kubernetes: "k", functions: 1 }, kubernetes: [], pulsar: ["default"] },
  ];
  for (const { name, values, kubernetes, pulsar } of cases) {
    it(`takes ${name}`, () => {
      const result = withClusters(values);
      assert.deepEqual([keysOf(result["kubernetes"]), keysOf(result["pulsar"])], [kubernetes, pulsar]);
    });
  }

  it("leaves URLs unknown that are not stated, and says where they would stand", () => {
    const { pulsar } = withClusters({ pulsar: { "a.b": { adminUrl: "http://x" } } });
    assert.deepEqual(pulsar, {
      "a.b": { adminUrl: "http://x", serviceUrl: new Marked(undefined, false, ['pulsar["a.b"].serviceUrl']) },
    });
  });
});
