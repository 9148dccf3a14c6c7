import { recordOf, textsOf } from "./decode";
import { trueOrFalse } from "./field-checks";
import { type Fields } from "./field";
import { isImport, type OperationContext, type Properties, type PulsarResource, type StoredState } from "./resource";

/** What becomes of clusters that an object has beyond those that are declared. */
export interface FoundClustersArgs {
  /**
   * Of an object that exists already, keep the clusters that it has beyond those that are declared: what others replicate with it goes
   * on. Where no clusters are declared, nothing is kept.
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

/** Where the clusters that an object came with are kept in a state. */
const output = "foundClusters";

/** A resource that declares, of the clusters that its object came with, those that are found beside the declared ones. */
export function keepingFoundClusters(resource: PulsarResource, { fields, look }: ClusterLists): PulsarResource {
  const isAsked = (inputs: Properties): boolean => inputs["keepFoundClusters"] === true;
  const declaredOf = (inputs: Properties): readonly string[] => fields.filter((name) => inputs[name] !== undefined);
  const found = async (inputs: Properties, context: OperationContext): Promise<Properties> =>
    pick((await look(inputs, context)) ?? {}, fields);
  return {
    ...resource,
    async create(inputs, context) {
      if (context.preview || !isAsked(inputs)) return resource.create(inputs, context);
      const kept = pick(await found(inputs, context), declaredOf(inputs));
      const { id, outputs } = await resource.create(widened(inputs, kept), context);
      return { id, outputs: { ...outputs, [output]: kept } };
    },
    async read(id, state, context) {
      if (isImport(state) || !isAsked(state.inputs)) return resource.read(id, state, context);
      const kept = recordOf(state.outputs[output]);
      const wide = { inputs: widened(state.inputs, kept), outputs: state.outputs };
      const actual = await resource.read(id, wide, context);
      if (actual === undefined) return undefined;
      const inputs = narrowed(actual.inputs, state.inputs, kept);
      return { id, inputs, outputs: { ...actual.outputs, [output]: kept } };
    },
    async update(id, old, inputs, context) {
      if (context.preview || !isAsked(inputs)) return resource.update(id, old, inputs, context);
      const kept = { ...(await newlyFound(old, inputs, context)), ...recordOf(old.outputs[output]) };
      const before = { inputs: widened(old.inputs, kept), outputs: old.outputs };
      return { ...(await resource.update(id, before, widened(inputs, kept), context)), [output]: kept };
    },
  };

  /** What was not declared until now is as others left it. */
  async function newlyFound(old: StoredState, inputs: Properties, context: OperationContext): Promise<Properties> {
    const fresh = declaredOf(inputs).filter((name) => old.inputs[name] === undefined);
    return fresh.length === 0 ? {} : pick(await found(inputs, context), fresh);
  }
}

const pick = (from: Properties, fields: readonly string[]): Properties =>
  Object.fromEntries(fields.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

/** With those that were found: a list that is not declared, or was and is not any more, is that alone. */
const widened = (inputs: Properties, kept: Properties): Properties => ({
  ...inputs,
  ...Object.fromEntries(
    Object.entries(kept).map(([name, list]) => [name, [...new Set([...textsOf(inputs[name]), ...textsOf(list)])]]),
  ),
});

/** Without those that were found and are not declared, so that they are no difference. */
const narrowed = (actual: Properties, declared: Properties, kept: Properties): Properties =>
  Object.fromEntries(
    Object.entries(actual).flatMap(([name, value]) => {
      if (kept[name] === undefined) return [[name, value]];
      const own = textsOf(declared[name]);
      const others = textsOf(kept[name]).filter((cluster) => !own.includes(cluster));
      const left = textsOf(value).filter((cluster) => !others.includes(cluster));
      return declared[name] === undefined ? [] : [[name, left]];
    }),
  );
