import type { Fate } from "./fate";
import type { MemberFacts } from "./member-facts";
import { counted, listed, podsText } from "./member-words";

/** A member whose instances are to be others; `after` where it differs itself. */
export interface Restarted {
  readonly before: MemberFacts;
  readonly after?: MemberFacts;
  /** What all changes together do to it. */
  readonly fate?: Fate;
}

/** No instance runs that would restart: it has none, or from now on. */
export const runsNothing = ({ before, after = before }: Restarted): boolean => before.pods === 0 || after.pods === 0;

type Verb = "rolls" | "restarts";

/** Whether a new workload takes the place of the pods; so it does where that begins or ends. */
export const isReplaced = ({ before, after }: Restarted): boolean =>
  before.replacedOnRoll === true || after?.replacedOnRoll === true;

/** The broker lets no instance connect beside those of another type. */
const asksForAnotherType = ({ before, after = before }: Restarted): boolean =>
  before.subscription === after.subscription &&
  before.subscriptionType !== undefined &&
  after.subscriptionType !== undefined &&
  before.subscriptionType !== after.subscriptionType;

/** `rolls 3 pods of enrich`, or what a new workload does in place of that; more may follow. */
export function restartOf(member: Restarted, verb: Verb): string {
  const { before, after = before } = member;
  if (asksForAnotherType(member)) return `ends ${podsText(before)} before new ones start,`;
  if (!isReplaced(member)) return `${verb} ${podsText(before)}`;
  const pods = typeof before.pods === "number" ? ` (${counted(before.pods, "pod")})` : "";
  return `starts a new workload of ${after.name} before the old one stops${pods},`;
}

/** The same for several: `rolls 12 pods of 4 members`; `where` begins with a space. */
export function restartOfAll(members: readonly Restarted[], verb: Verb, where = ""): string {
  const replaced = members.filter(isReplaced);
  const others = members.filter((member) => !isReplaced(member));
  const ones = replaced.length === 1 ? "before the old one stops" : "before the old ones stop";
  const workloads = `starts ${replaced.length === 1 ? "a new workload" : "new workloads"} of ${counted(replaced.length, "member")}${where} ${ones},`;
  return listed([
    ...(others.length === 0 ? [] : [`${verb} ${podsOf(others)}${where}`]),
    ...(replaced.length === 0 ? [] : [workloads]),
  ]);
}

/** What a member does besides something that is said first: `… from now on, and restarts`; `inPlace` says it of pods that stay its own. */
export const alsoRestarts = (member: Restarted, inPlace = "restarts"): string =>
  runsNothing(member)
    ? "no instance of it runs that would restart"
    : member.fate?.isMadeAnew === true
      ? "its instances are new ones"
      : asksForAnotherType(member)
        ? "all its instances end before new ones start"
        : isReplaced(member)
          ? "its new workload starts before the old one stops"
          : inPlace;

/** Of a change that restarts nothing; another one may restart some of these members. */
export const nothingRestarts = (members: readonly Restarted[]): string =>
  members.some(({ fate }) => fate?.restarts === true) ? "restarts nothing by itself" : "nothing restarts";

/** After what is said of a restart: why pods have to be others. */
export const fromAnotherPlace = (restart: string): string =>
  `${restart.replace(/,$/, "")}, to read from another place,`;

/** `12 pods of 4 members`; without their number where that of one is not the program's. */
function podsOf(members: readonly Restarted[]): string {
  const counts = members.map(({ before }) => before.pods);
  const sum = counts.reduce<number>((total, pods) => total + (typeof pods === "number" ? pods : 0), 0);
  const of = counted(members.length, "member");
  if (counts.every((pods) => pods === 0)) return `no pod of ${of}, since none runs,`;
  return counts.every((pods) => typeof pods === "number") ? `${counted(sum, "pod")} of ${of}` : `the pods of ${of}`;
}
