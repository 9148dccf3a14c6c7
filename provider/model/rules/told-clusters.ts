import { isKnown } from "../unknown";
import type { CheckedMesh } from "./rule";

/** Pulsar's name of an entry of `pulsar`, as far as the mesh knows it. */
export const nameOf = ({ plan }: CheckedMesh, key: string): string =>
  plan.pulsarClusters.find((cluster) => cluster.key === key)?.clusterName ?? key;

/** One whose name is not known yet is called by its key. */
export const shownName = (mesh: CheckedMesh, key: string): string => {
  const name = nameOf(mesh, key);
  return isKnown(name) ? name : key;
};

export const said = (mesh: CheckedMesh, key: string): string => `Pulsar cluster "${shownName(mesh, key)}"`;
