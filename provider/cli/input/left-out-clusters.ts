import { argumentPath } from "../../model/argument-path";
import { isWireObject, Marked, type WireNode, type WireObject } from "../../pulumi/wire/node";

/**
 * Arguments in which the clusters that they speak of are there: checking and drawing a mesh need no connections, and rendering
 * needs only the URLs for pods. What is left out is unknown, as an output is at preview; its path stands for its origin.
 */
export function withClusters(values: WireObject): WireObject {
  const kubernetes = values["kubernetes"] ?? entriesOf(namedClusters(values, "cluster"));
  const pulsar = values["pulsar"] ?? entriesOf(namedClusters({ ...values, kubernetes }, "pulsar"));
  return { ...values, pulsar: withUrls(pulsar), kubernetes };
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

const entriesOf = (keys: readonly string[]): WireObject => Object.fromEntries(keys.map((key) => [key, {}]));

const objectsIn = (node: WireNode | undefined): readonly WireObject[] =>
  isWireObject(node) ? Object.values(node).filter(isWireObject) : [];

const field = (node: WireNode | undefined, key: string): WireNode | undefined =>
  isWireObject(node) ? node[key] : undefined;

const urls = ["adminUrl", "serviceUrl"] as const;

function withUrls(clusters: WireNode): WireNode {
  if (!isWireObject(clusters)) return clusters;
  return Object.fromEntries(
    Object.entries(clusters).map(([key, entry]) => {
      if (!isWireObject(entry)) return [key, entry];
      const absent = urls.map(
        (url) => [url, new Marked(undefined, false, [argumentPath("pulsar", key, url)])] as const,
      );
      return [key, { ...Object.fromEntries(absent), ...entry }];
    }),
  );
}
