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

  it("leaves connections unknown that are left out as a whole, and says where they would stand", () => {
    const at = (path: string) => new Marked(undefined, false, [path]);
    const { pulsar, kubernetes } = withClusters({ defaults: { cluster: "a.b" } });
    assert.deepEqual(pulsar, {
      default: { adminUrl: at("pulsar.default.adminUrl"), serviceUrl: at("pulsar.default.serviceUrl") },
    });
    assert.deepEqual(kubernetes, { "a.b": { kubeconfig: at('kubernetes["a.b"].kubeconfig') } });
  });

  it("leaves an entry that is written as it is", () => {
    const written = { pulsar: { p: { adminUrl: "http://x" } }, kubernetes: { k: {} } };
    assert.deepEqual(withClusters(written), written);
  });
});
