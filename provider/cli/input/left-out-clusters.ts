import { argumentPath } from "../../model/argument-path";
import { isWireObject, Marked, type WireNode, type WireObject } from "../../pulumi/wire/node";

/**
 * Arguments in which the clusters that they speak of are there: checking and drawing a mesh need no connections. Where a map is left out,
 * what stands in its entries is unknown, as an output is at preview; its path stands for its origin. An entry that is written has to be
 * whole, as in a program.
 */
export function withClusters(values: WireObject): WireObject {
  const kubernetes = values["kubernetes"] ?? entriesOf("kubernetes", namedClusters(values, "cluster"));
  const pulsar = values["pulsar"] ?? entriesOf("pulsar", namedClusters({ ...values, kubernetes }, "pulsar"));
  return { ...values, pulsar, kubernetes };
}

/** The `kubernetes` or `pulsar` entries that are named somewhere, or else one. */
function namedClusters(values: WireObject, map: "cluster" | "pulsar"): readonly string[] {
  const members = ["sources", "functions", "sinks"].flatMap((key) => objectsIn(values[key]));
  const places = members.flatMap(({ placement }) => (Array.isArray(placement) ? placement : []));
  const named =
    map === "cluster"
      ? [values["defaults"], ...members, ...places].map((node: WireNode | undefined) => field(node, "cluster"))
      : [
          ...members.map((member) => member["pulsarCluster"]),
          ...objectsIn(values["kubernetes"]).map((entry) => entry["pulsar"]),
        ];
  const keys = named.filter((key) => typeof key === "string");
  return keys.length > 0 ? keys : ["default"];
}

const connections = { pulsar: ["adminUrl", "serviceUrl"], kubernetes: ["kubeconfig"] } as const;

const entriesOf = (map: keyof typeof connections, keys: readonly string[]): WireObject =>
  Object.fromEntries(
    keys.map((key) => {
      const fields = connections[map].map((field) => [
        field,
        new Marked(undefined, false, [argumentPath(map, key, field)]),
      ]);
      return [key, Object.fromEntries(fields)];
    }),
  );

const objectsIn = (node: WireNode | undefined): readonly WireObject[] =>
  isWireObject(node) ? Object.values(node).filter(isWireObject) : [];

const field = (node: WireNode | undefined, key: string): WireNode | undefined =>
  isWireObject(node) ? node[key] : undefined;
