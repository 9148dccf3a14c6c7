import { isWhollyKnown } from "../../model/unknown";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PropertyChange,
  type PulsarResource,
  type StoredState,
} from "../../pulsar/resource/resource";
import { foreignWorkload } from "./foreign-workload";
import { notImportable } from "./not-importable";
import { ownerIn } from "./owner-annotation";
import { type Instances, instancesBefore, isAppliedClientSide, lookAtInstances } from "./scale/look";
import { makeRoom } from "./scale/make-room";
import { errorMessage } from "../../model/error-message";

/**
 * The number of instances that a member's manifest states. Where the program leaves it to others it is the live one, so that no
 * change of the manifest takes it back; it is looked up whenever the manifest changes, and stays as it is otherwise. Before each such
 * change it is also seen to that the live StatefulSet is the member's own, and that its instances end where new ones could not run
 * beside them.
 */
export interface ScaleArgs {
  /** The member as the program names it, for messages. */
  readonly member: string;
  /**
   * The kubeconfig's text.
   * @secret
   */
  readonly kubeconfig: string;
  /**
   * The context of the kubeconfig.
   * @default the kubeconfig's current context
   */
  readonly context?: string;
  /** Kubernetes namespace of the member. */
  readonly kubernetesNamespace: string;
  /** Name of the member's StatefulSet. */
  readonly statefulSet: string;
  /** What the annotation `compute.functionmesh.io/owner` of the member's StatefulSet holds: one that holds another is left alone. */
  readonly owner: string;
  /** Labels of the member's pods, by which a StatefulSet takes over those that an earlier one has left behind. */
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Changes with whatever changes the StatefulSet's manifest. */
  readonly manifestHash: string;
  /**
   * The number of instances, where the program states it.
   * @integer
   */
  readonly statedReplicas?: number;
  /**
   * Where the program states none: the number of instances that a StatefulSet begins with, and goes on with when it has none. Without it, it begins with 1, and
   * having none is right: KEDA scales from and to 0 by itself.
   * @integer
   */
  readonly initialReplicas?: number;
  /** The member's subscription, and the Pulsar cluster that it is in. Without it the member reads nothing. */
  readonly subscription?: string;
  /** Type of the subscription: `Shared`, `Failover` or `Key_Shared`. All instances end before new ones ask for another one. */
  readonly subscriptionType?: string;
  /**
   * Seconds that instances have to end before new ones ask for another type of subscription.
   * @default 90
   * @integer
   */
  readonly deleteWaitSeconds?: number;
}

export interface ScaleOutputs {
  /**
   * The number of instances.
   * @integer
   */
  readonly replicas: number;
  /** The mark of the live StatefulSet when it was last seen to be the member's own: one that an update did not bring to change keeps it. */
  readonly liveOwner?: string;
}

const triggers = ["kubernetesNamespace", "statefulSet", "manifestHash", "statedReplicas"] as const;

export const scale: PulsarResource = {
  type: "function-mesh:index:Scale",
  check: (inputs) => ({ inputs, failures: [] }),
  diff: (olds, news) => ({
    changes: triggers
      .filter((key) => olds[key] !== news[key])
      .map((path): PropertyChange => ({ path, kind: "update", replace: false })),
  }),
  create: async (inputs, context) => {
    const id = `${String(inputs["kubernetesNamespace"])}/${String(inputs["statefulSet"])}`;
    return { id, outputs: outputsOf(inputs, await lookedAt(inputs, context, undefined)) };
  },
  read: async (id, state, context) => {
    if (isImport(state)) throw new Error(notImportable("scale"));
    return { id, inputs: state.inputs, outputs: await refreshed(state, context) };
  },
  update: async (_id, old, inputs, context) => {
    const looked = await lookedAt(inputs, context, old);
    await makeRoom(old, inputs, context);
    return outputsOf(inputs, looked);
  },
  delete: async () => undefined,
};

/** What a look at the live StatefulSet finds. */
interface Looked {
  /** Undefined where it is not known yet, which is at preview only. */
  readonly replicas?: number | undefined;
  readonly liveOwner?: string | undefined;
}

async function lookedAt(inputs: Properties, context: OperationContext, old: StoredState | undefined): Promise<Looked> {
  const before = lookedUp(old);
  const stated = inputs["statedReplicas"];
  const replicas = stated === undefined ? before : typeof stated === "number" ? stated : undefined;
  const unseen = { replicas, liveOwner: textOf(old?.outputs["liveOwner"]) };
  if (!isWhollyKnown({ ...inputs, manifestHash: "", statedReplicas: 0 })) return unseen;
  const found = await asked(inputs, context, () => lookAtInstances(inputs, context.preview));
  if (found === undefined) return unseen;
  refuseForeign(found, inputs, { context, old });
  const liveOwner = found.statefulSet === undefined ? unseen.liveOwner : ownerIn(found.statefulSet);
  if (stated !== undefined) return { replicas, liveOwner };
  const live =
    found.statefulSet === undefined ? await liveBefore(inputs, context, old) : found.statefulSet.spec?.replicas;
  return { replicas: wantedNumber(inputs, { live, orphans: found.orphans, before }), liveOwner };
}

/** Of what still runs under another name: a new one beside it begins with as many instances as that was scaled to. */
async function liveBefore(
  inputs: Properties,
  context: OperationContext,
  old: StoredState | undefined,
): Promise<number | undefined> {
  if (old === undefined || old.inputs["statefulSet"] === inputs["statefulSet"]) return undefined;
  return asked(inputs, context, () => instancesBefore(inputs, old.inputs));
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** The number that was looked up before; one that was stated then says nothing of it. */
function lookedUp(old: StoredState | undefined): number | undefined {
  const replicas = old?.inputs["statedReplicas"] === undefined ? old?.outputs["replicas"] : undefined;
  return typeof replicas === "number" ? replicas : undefined;
}

/** Undefined where it cannot be asked at preview, which shows what can be known, also of a cluster that is not there yet. */
async function asked<Answer>(
  inputs: Properties,
  { preview }: OperationContext,
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (preview) return undefined;
    const reason = errorMessage(error);
    throw new Error(`${String(inputs["member"])}: could not be asked how many instances it has: ${reason}`);
  }
}

/**
 * Applied server-side, the plugin would make one of the two StatefulSets, since it is told to take over fields that others have set.
 * At preview it is only said: what is there may still go before an update.
 */
function refuseForeign(
  { statefulSet }: Instances,
  inputs: Properties,
  { context, old }: { readonly context: OperationContext; readonly old: StoredState | undefined },
): void {
  const reason = statefulSet === undefined ? undefined : foreignWorkload(statefulSet, inputs, old);
  if (reason === undefined) return;
  if (!context.preview) throw new Error(reason);
  context.log("warning", `${reason} Until then "pulumi up" refuses to touch it.`);
}

/** What is known of the number of instances. */
export interface KnownInstances {
  /** Of the live StatefulSet, or of the one that it takes the place of; undefined where there is none. */
  readonly live: number | undefined;
  /** The number with which all pods stay that an earlier StatefulSet has left behind. */
  readonly orphans: number;
  /** As it was looked up before. */
  readonly before: number | undefined;
}

/** The number of instances that a manifest has to state. A StatefulSet ends at once what it takes over and does not want. */
export function wantedNumber({ initialReplicas }: Properties, { live, orphans, before }: KnownInstances): number {
  const first = typeof initialReplicas === "number" ? initialReplicas : 1;
  if (live === undefined) return Math.max(before ?? first, orphans);
  if (live > 0) return live;
  const isAsleep = initialReplicas === undefined && before !== undefined;
  return isAsleep ? 0 : first;
}

/** Applied server-side, a refresh takes the live number for what the manifest states; so it has to be stated from then on. */
async function refreshed({ inputs, outputs }: StoredState, context: OperationContext): Promise<Properties> {
  if (inputs["statedReplicas"] !== undefined) return outputs;
  try {
    const { statefulSet } = await lookAtInstances(inputs);
    const live = statefulSet?.spec?.replicas;
    return live === undefined || isAppliedClientSide(statefulSet) ? outputs : { ...outputs, replicas: live };
  } catch (error) {
    const reason = errorMessage(error);
    context.log("warning", `${String(inputs["member"])}: could not be asked how many instances it has: ${reason}`);
    return outputs;
  }
}

const outputsOf = (inputs: Properties, { replicas, liveOwner }: Looked): Properties => ({
  ...Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig")),
  ...(replicas === undefined ? {} : { replicas }),
  ...(liveOwner === undefined ? {} : { liveOwner }),
});
