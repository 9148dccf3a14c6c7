import type { Effect } from "../effects/effect";
import { withLossOf } from "./message-loss";
import { type Saying, saying } from "./change";
import { type FieldDifference, shownValue } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { counted, someOf } from "./member-words";
import { movedWorkloads } from "./moved-workloads";
import type { ResourceFacts } from "./resource-facts";
import { fromAnotherPlace, restartOfAll } from "./restart-words";

/** A field of a cluster that differs, and whom that concerns. */
export interface ClusterDifference {
  readonly difference: FieldDifference;
  /** `Kubernetes cluster east` */
  readonly name: string;
  readonly before: ResourceFacts;
  readonly after: ResourceFacts;
  readonly members: readonly MemberFacts[];
}

interface ClusterSentence extends Saying {
  readonly effect: Effect;
}

/** Fields that are more than another value: what they do is said by a sentence of their own. */
export const clusterSentences: Readonly<Record<string, (one: ClusterDifference) => ClusterSentence | undefined>> = {
  abandon: ({ difference, name }) => {
    const left = `${name} is left behind: nothing waits for it, and what the state has of it is dropped`;
    const text = difference.after === true ? left : `${name} is no longer left behind, and used again`;
    return { text, effect: "replace" };
  },
  createNamespace: ({ difference, name, before, after, members }) => {
    if (difference.after === true) {
      const made = `Kubernetes namespace ${namespaceOf(after)}`;
      return { text: `${made} in ${name} is created, and must not be there yet: nothing restarts`, effect: "none" };
    }
    const all =
      members.length === 0 ? "" : `, the workloads of ${someOf(members.map((member) => member.name))} among it`;
    return {
      text: `Kubernetes namespace ${namespaceOf(before)} in ${name} is deleted with everything in it${all}`,
      effect: "replace",
    };
  },
  uid: ({ difference, name, members }) => {
    if (difference.before === undefined || difference.after === undefined) return undefined;
    const workloads = `the workloads of ${counted(members.length, "member")} are ${movedWorkloads(members)}`;
    const text = `${name} is another one from now on (${wayOf(difference)})`;
    const said = members.length === 0 ? saying(text) : withLossOf(`${text}: ${workloads}`, pairsOf(members));
    return { ...said, effect: "replace" };
  },
  clusterName: ({ difference, name, members }) => {
    if (difference.before === undefined || difference.after === undefined) return undefined;
    const restart = members.length === 0 ? "" : `; ${restartTo(members)}`;
    const lost = "and may lose messages: those in it that are not processed";
    const text = `${name} is another one from now on (${wayOf(difference)}): what the mesh has in it is made there, and deleted where it was, ${lost}${restart}`;
    const readers = members.filter(({ kind }) => kind !== "source").map((member) => member.name);
    return { ...saying(text, readers), effect: "drain" };
  },
};

const pairsOf = (members: readonly MemberFacts[]) => members.map((before) => ({ before }));

const restartTo = (members: readonly MemberFacts[]): string =>
  fromAnotherPlace(restartOfAll(pairsOf(members), "restarts")).replace(/,$/, "");

const namespaceOf = ({ fields }: ResourceFacts): string => shownValue(fields["namespace"]) ?? "of members";

/** `uid: a → b` */
function wayOf({ field, before, after }: FieldDifference): string {
  const [old, now] = [shownValue(before), shownValue(after)];
  return old === undefined || now === undefined ? field : `${field}: ${old} → ${now}`;
}
