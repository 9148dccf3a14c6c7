/** What all changes together do to a member: no sentence about one of them may say otherwise. */
export interface Fate {
  readonly restarts: boolean;
  /** All of its instances are new ones, in another workload: what the old ones were is of no account. */
  readonly isMadeAnew: boolean;
  /** Messages that wait for it, or that it holds, may be lost. */
  readonly mayLose: boolean;
}

/** Of members by name. */
export type Fates = (name: string) => Fate;

const nothing: Fate = { restarts: false, isMadeAnew: false, mayLose: false };

/** Before anything is known of the others. */
export const noFates: Fates = () => nothing;
