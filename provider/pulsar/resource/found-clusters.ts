import { localCluster } from "../lookup";
import { beyond, type Clusters, inOrderOf, isEmpty, listsOf, widened, within, withoutCluster } from "./cluster-lists";
import { recordOf, textsOf } from "./decode";
import { trueOrFalse } from "./field-checks";
import { type Fields } from "./field";
import { isImport, type OperationContext, type Properties, type PulsarResource, type StoredState } from "./resource";

/** What becomes of clusters that an object has beyond those that are declared. */
export interface FoundClustersArgs {
  /**
   * Of an object that exists already, keep the clusters that it has beyond those that are declared: what others replicate with it goes
   * on, also when no clusters are declared any more. One that others take away is not put back.
   * @default false: the declared clusters are all
   * @example true
   */
  readonly keepFoundClusters?: boolean;
}

export const foundClustersFields = {
  keepFoundClusters: { check: trueOrFalse },
} as const satisfies Fields<FoundClustersArgs>;

export interface ClusterLists {
  /** Arguments that list clusters. */
  readonly fields: readonly string[];
  /** These lists of the object, as it is; `undefined` where there is none. */
  readonly look: (inputs: Properties, context: OperationContext) => Promise<Properties | undefined>;
}

/** Where a state keeps the clusters that others gave to an object: none of the program's, nor the broker's own. */
const output = "foundClusters";

/** A resource that declares, of the clusters that its object came with, those that are found beside the declared ones. */
export function keepingFoundClusters(resource: PulsarResource, lists: ClusterLists): PulsarResource {
  return {
    ...resource,
    async create(inputs, context) {
      if (context.preview || !isAsked(inputs)) return resource.create(inputs, context);
      const there = await found(lists, inputs, context);
      const kept = await ofOthers(pick(there, declaredOf(lists, inputs)), inputs, context);
      const { id, outputs } = await resource.create(widened(inputs, kept), context);
      return { id, outputs: { ...outputs, ...remembered(kept) } };
    },
    async read(id, state, context) {
      if (isImport(state) || !isAsked(state.inputs)) return resource.read(id, state, context);
      const stored = storedOf(lists, state);
      const wide = { inputs: widened(state.inputs, stored), outputs: state.outputs };
      const actual = await resource.read(id, wide, context);
      if (actual === undefined) return undefined;
      const kept = within(stored, actual.inputs);
      const inputs = { ...actual.inputs, ...declaredAlone(actual.inputs, state.inputs, { stored, kept }) };
      return { id, inputs, outputs: { ...actual.outputs, ...remembered(kept) } };
    },
    async update(id, old, inputs, context) {
      if (context.preview || !goesOn(lists, old.inputs, inputs)) return resource.update(id, old, inputs, context);
      const { before, after, kept } = await widenedUpdate(lists, { old, inputs }, context);
      const outputs = await resource.update(id, { inputs: before, outputs: old.outputs }, after, context);
      const undeclared = lists.fields.filter((name) => inputs[name] === undefined);
      return { ...omit(outputs, undeclared), ...remembered(omit(kept, undeclared)) };
    },
  };
}

const isAsked = (inputs: Properties): boolean => inputs["keepFoundClusters"] === true;

const declaredOf = ({ fields }: ClusterLists, inputs: Properties): readonly string[] =>
  fields.filter((name) => inputs[name] !== undefined);

/** A program that declares no clusters any more, such as a mesh that leaves all but one, takes back its own alone. */
const goesOn = (lists: ClusterLists, before: Properties, after: Properties): boolean =>
  isAsked(after) || (isAsked(before) && declaredOf(lists, after).length === 0);

interface Update {
  readonly old: StoredState;
  readonly inputs: Properties;
}

/** The arguments before and after an update, with the clusters of others that are still there. */
async function widenedUpdate(lists: ClusterLists, { old, inputs }: Update, context: OperationContext) {
  const stored = storedOf(lists, old);
  const fresh = declaredOf(lists, inputs).filter((name) => old.inputs[name] === undefined);
  if (isEmpty(stored) && fresh.length === 0) return { before: old.inputs, after: inputs, kept: {} };
  const there = await found(lists, inputs, context);
  const left = within(stored, there);
  const kept = { ...beyond(left, inputs), ...(await ofOthers(pick(there, fresh), inputs, context)) };
  const own = await ownClusters(kept, inputs, context);
  return { before: widened(old.inputs, left), after: widened({ ...inputs, ...own }, kept), kept };
}

const found = async ({ fields, look }: ClusterLists, inputs: Properties, context: OperationContext) =>
  listsOf((await look(inputs, context)) ?? {}, fields);

/** A list that is not declared is not kept: it is looked at when it is declared. */
const storedOf = (lists: ClusterLists, { inputs, outputs }: StoredState): Clusters =>
  beyond(listsOf(recordOf(outputs[output]), declaredOf(lists, inputs)), inputs);

/** Of what is there, what neither the program declares nor the object has anyway. */
async function ofOthers(there: Clusters, inputs: Properties, { admin }: OperationContext): Promise<Clusters> {
  const others = beyond(there, inputs);
  return isEmpty(others) ? {} : withoutCluster(others, await localCluster(admin).catch(() => undefined));
}

/** The cluster that stays in a list that is not declared any more, beside those of others. */
async function ownClusters(kept: Clusters, inputs: Properties, { admin }: OperationContext): Promise<Properties> {
  const dropped = Object.keys(kept).filter((name) => inputs[name] === undefined);
  if (dropped.length === 0) return {};
  const own = await localCluster(admin);
  return Object.fromEntries(dropped.map((name) => [name, [own]]));
}

/** Lists as they were read, without what is kept for others, so that it is no difference. */
const declaredAlone = (
  actual: Properties,
  declared: Properties,
  { stored, kept }: { readonly stored: Clusters; readonly kept: Clusters },
): Properties =>
  Object.fromEntries(
    Object.keys(pick(actual, Object.keys(stored))).map((name) => {
      const own = textsOf(actual[name]).filter((cluster) => kept[name]?.includes(cluster) !== true);
      return [name, inOrderOf(declared[name], own)];
    }),
  );

const remembered = (kept: Clusters): Properties => (isEmpty(kept) ? {} : { [output]: kept });

const pick = <Value>(
  from: Readonly<Record<string, Value>>,
  names: readonly string[],
): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

const omit = <Value>(
  from: Readonly<Record<string, Value>>,
  names: readonly string[],
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
