import type { Properties, StoredState } from "../../../pulsar/resource/resource";

const mark = "changed in the cluster: ";

/**
 * The inputs of a rollout whose workload somebody has changed in the cluster. They differ from the program's, so that the next
 * update puts the workload back and waits for it. The true hash stays among the outputs.
 */
export const markChanged = (inputs: Properties, liveHash: string): Properties => ({
  ...inputs,
  templateHash: `${mark}${liveHash}`,
});

export const isMarkedChanged = ({ templateHash }: Properties): boolean =>
  typeof templateHash === "string" && templateHash.startsWith(mark);

/** The inputs without the mark: the change has been undone in the cluster. */
export const unmarked = ({ inputs, outputs }: StoredState): Properties =>
  isMarkedChanged(inputs) ? { ...inputs, templateHash: outputs["templateHash"] } : inputs;
