import { argumentPath } from "../argument-path";
import type { EffectTree } from "../effects/effect";
import { grouped } from "../grouped";
import { byText } from "../sorted-entries";
import type { Settle } from "./settled";
import { type SettledFields, settledFields } from "./settled-fields";

/** An entry of a map of the mesh, as meshes are compared by it. */
export interface ResourceFacts {
  readonly path: string;
  readonly name: string;
  /** Keys of the Pulsar clusters it is in. */
  readonly pulsarClusters?: readonly string[];
  readonly fields: SettledFields;
}

interface Owned {
  readonly name: string;
  readonly pulsarCluster: string;
  readonly spec: object;
}

/** Settings of what the mesh owns in Pulsar. None of them touches a pod. */
const settings: EffectTree = { "*": "none" };

/** Tenants or namespaces, each once for all the Pulsar clusters it is in. */
export function ownedFacts(map: string, owned: readonly Owned[], settle: Settle): readonly ResourceFacts[] {
  const byName = grouped(owned.map((one) => [one.name, one]));
  return [...byName]
    .sort(([left], [right]) => byText(left, right))
    .map(([name, places]) => ({
      path: argumentPath(map, name),
      name,
      pulsarClusters: places.map(({ pulsarCluster }) => pulsarCluster),
      fields: settingFields(places[0].spec, settle),
    }));
}

/** The settings of something in Pulsar, field by field. */
export const settingFields = (spec: object, settle: Settle): SettledFields =>
  settledFields(spec, settings, { settle, shown: new Set(), depths: {}, defaults: {} });
