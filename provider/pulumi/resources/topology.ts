import { argumentPath } from "../../model/argument-path";
import type { Json } from "../../model/json";
import type { PropertyChange, PulsarResource } from "../../pulsar/resource/resource";

/** The shape of a mesh as the last update left it; its difference shows at preview what a change means for the mesh. */
export interface TopologyArgs {
  /** Members, topics and edges as data, without secrets. */
  readonly topology: Json;
}

export const topology: PulsarResource = {
  type: "function-mesh:index:Topology",
  check: (inputs) => ({ inputs, failures: [] }),
  diff: (olds, news) => ({ changes: changesBetween(olds["topology"], news["topology"], "topology") }),
  create: async (inputs, { urn }) => ({ id: urn.split("::").pop() ?? "topology", outputs: inputs }),
  read: async (id, state) => ({ id, ...state }),
  update: async (_id, _old, inputs) => inputs,
  delete: async () => undefined,
};

/** The differing leaves of two trees, so that a preview shows just them. */
function changesBetween(olds: unknown, news: unknown, path: string): readonly PropertyChange[] {
  if (isTree(olds) && isTree(news) && Array.isArray(olds) === Array.isArray(news)) {
    const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
    return keys.flatMap((key) =>
      changesBetween(olds[key], news[key], argumentPath(path, Array.isArray(news) ? Number(key) : key)),
    );
  }
  if (JSON.stringify(olds) === JSON.stringify(news)) return [];
  return [{ path, kind: olds === undefined ? "add" : news === undefined ? "delete" : "update", replace: false }];
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
