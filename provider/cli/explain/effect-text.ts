import type { Effect } from "../../model/effects";

/** What each effect is to somebody who is about to change a field. docs/guides/changes.md tells the whole of it. */
export const effectText: Readonly<Record<Effect, string>> = {
  none: "no instance restarts",
  scale: "scale: instances start or stop, the others run on",
  roll: "roll: instances restart, one after the other",
  drain: "drain: instances restart and read from another place; what waits in the old one is not processed",
  replace: "replace: the workload is deleted and made anew",
};
