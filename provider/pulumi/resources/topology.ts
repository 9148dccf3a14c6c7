import { changeLine, changesBetween } from "../../model/changes/changes-between";
import { isMeshFacts } from "../../model/changes/mesh-facts";
import { stoppedByFailure } from "../../model/changes/stopped-by-failure";
import type { Json } from "../../model/json";
import { isImport, type Properties, type PulsarResource, type ResourceDiff } from "../../pulsar/resource/resource";
import { notImportable } from "./not-importable";
import { differingLeaves } from "./topology/differing-leaves";

/** The shape of a mesh as the last update left it; its difference shows at preview what a change means for the mesh. */
export interface TopologyArgs {
  /** Members, topics and edges as data, without secrets. */
  readonly topology: Json;
  /**
   * What the next change of the mesh is told by: fields of members, topics and clusters, by values or hashes. No secrets.
   * @default none: a change is not told in words
   */
  readonly facts?: Json;
}

export const topology: PulsarResource = {
  type: "function-mesh:index:Topology",
  check: (inputs) => ({ inputs, failures: [] }),
  diff: differenceOf,
  create: async (inputs, { urn }) => ({ id: urn.split("::").pop() ?? "topology", outputs: inputs }),
  read: async (id, state) => {
    if (isImport(state)) throw new Error(notImportable("topology"));
    return { id, ...state };
  },
  update: async (_id, _old, inputs) => inputs,
  delete: async () => undefined,
};

/** A state of an earlier version has no facts, or others: then the sentences begin with the next change. */
function differenceOf(olds: Properties, news: Properties): ResourceDiff {
  const shapes = differingLeaves(olds["topology"], news["topology"], "topology");
  const [before, after] = [olds["facts"], news["facts"]];
  if (!isMeshFacts(before) || !isMeshFacts(after)) return { changes: shapes };
  const changes = changesBetween(before, after);
  const warning = stoppedByFailure(changes, before, after);
  return {
    // Facts may be written otherwise and mean the same.
    changes: changes.length === 0 ? shapes : [...shapes, ...differingLeaves(before, after, "facts")],
    says: changes.map(changeLine),
    ...(warning === undefined ? {} : { warns: warning }),
  };
}
