import type { MeshOwnershipSpec } from "../ownership";
import { argumentPath } from "../argument-path";
import { byteSizeText, parseByteSize } from "../byte-size";
import type { EffectTree } from "../effects/effect";
import { grouped } from "../grouped";
import { byText } from "../sorted-entries";
import type { Settle, Settled } from "./settled";
import { settingDefaults, settingDepths } from "./stated-defaults";
import { type SettledFields, settledFields } from "./settled-fields";

/** An entry of a map of the mesh, as meshes are compared by it. */
export interface ResourceFacts {
  readonly path: string;
  readonly name: string;
  /** False for what belongs to others, which is left as it is. */
  readonly owned?: boolean;
  /** Keys of the Pulsar clusters it is in. */
  readonly pulsarClusters?: readonly string[];
  readonly fields: SettledFields;
  /** The Pulsar clusters that it may be in, or is replicated to, are not stated: they follow from the edges. */
  readonly clustersFollow?: true;
}

interface Owned {
  readonly name: string;
  readonly pulsarCluster: string;
  readonly spec: object;
  readonly keepsFoundClusters?: true;
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
      fields: settingFields(places[0].spec, { settle, onDelete: "delete" }),
      ...(places[0].keepsFoundClusters === true ? { clustersFollow: true as const } : {}),
    }));
}

/** How the settings of something are read: with what becomes of it at the end where it does not say so. */
type SettingReading = Required<Pick<MeshOwnershipSpec, "onDelete">> & { readonly settle: Settle };

/** The settings of something in Pulsar, field by field. */
export const settingFields = (spec: object, { settle, onDelete }: SettingReading): SettledFields =>
  settledFields(inOneForm(spec), settings, {
    settle,
    shown: shownSettings,
    depths: settingDepths,
    defaults: { ...settingDefaults, onDelete },
  });

/** Lists whose order means nothing. */
const sets: ReadonlySet<string> = new Set([
  ...["adminRoles", "allowedClusters", "replicationClusters", "subscriptionTypesEnabled"],
]);

/** Sizes in bytes, which Pulumi compares by what they mean. */
const sizes: ReadonlySet<string> = new Set([
  ...["size", "limit", "bytes", "offloadThreshold", "compactionThreshold", "maxMessageSize"],
  ...["maxBlockSize", "readBufferSize", "threshold"],
]);

/** In one spelling; a text that is no size stays as it is. */
function sizeText(text: string): string {
  const size = parseByteSize(text);
  return size === undefined ? text : byteSizeText(size);
}

/** Texts that are the user's own. */
const texts: ReadonlySet<string> = new Set(["properties"]);

/** The settings as Pulumi compares them, however they are written. */
function inOneForm(spec: object): object {
  return Object.fromEntries(
    Object.entries(spec).map(([field, value]: [string, unknown]) => [field, formOf(field, value)]),
  );
}

function formOf(field: string, value: unknown): unknown {
  if (texts.has(field)) return value;
  if (Array.isArray(value)) return sets.has(field) ? value.map(String).sort(byText).join(", ") : value;
  if (typeof value === "string") return sizes.has(field) ? sizeText(value) : value;
  return typeof value === "object" && value !== null ? inOneForm(value) : value;
}

/** What becomes of it at the end; undefined where it does not say so. */
export const statedEnd = ({ fields }: ResourceFacts): Settled | undefined => fields["onDelete"];

const ownershipFields: readonly (keyof MeshOwnershipSpec)[] = ["onExisting", "onDelete"];

const shownSettings: ReadonlySet<string> = new Set([
  ...ownershipFields,
  ...Object.keys(settingDepths).map((setting) => `${setting}.*`),
  ...sets,
  ...["offloadThreshold", "compactionThreshold", "maxMessageSize", "schemaCompatibilityStrategy"],
]);
