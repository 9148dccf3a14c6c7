import { type Effect, effects, greatest } from "../effects/effect";
import { type Change, type ChangeKind, type Saying, saying } from "./change";
import { fieldChange } from "./field-change";
import { differenceText, type FieldDifference } from "./field-differences";
import { fieldPath, isElsewhere, listed, placeOfMember } from "./member-words";
import { withMessages } from "./message-loss";
import { fromAnotherPlace, nothingRestarts, type Restarted, restartOf, runsNothing } from "./restart-words";

/** A member that stays, and what becomes of it besides. */
type Member = Required<Restarted>;

/** What the changed fields of a member do to its instances: one change for each effect, and one for what is not known yet. */
export function fieldChanges(member: Member, differences: readonly FieldDifference[]): readonly Change[] {
  const settled = differences.filter(({ isOpen }) => !isOpen);
  const credentials = settled.filter(isCredential);
  const others = settled.filter((difference) => !isCredential(difference));
  const open = differences.filter(({ isOpen }) => isOpen);
  return [
    ...[...effects].reverse().flatMap((effect) => {
      const some = others.filter((difference) => difference.effect === effect);
      return some.length === 0 ? [] : [changeOf(member, effectKinds[effect], some, effectSaying(member, effect, some))];
    }),
    ...(credentials.length === 0
      ? []
      : [
          changeOf(
            member,
            "credentialsChanged",
            credentials,
            saying(`credentials of ${member.after.name} changed: ${nothingRestarts([member])}`),
          ),
        ]),
    ...(open.length === 0 ? [] : [changeOf(member, "knownWhenApplied", open, saying(openText(member, open)))]),
  ];
}

/** Files with credentials are read again by instances. */
const isCredential = ({ field, effect }: FieldDifference): boolean =>
  effect === "none" && /^instance(Auth|Tls)\b/.test(field);

const effectKinds: Readonly<Record<Effect, ChangeKind>> = {
  none: "memberUpdated",
  scale: "memberUpdated",
  roll: "memberRolled",
  drain: "memberDrained",
  replace: "memberReplaced",
};

function changeOf(member: Member, kind: ChangeKind, differences: readonly FieldDifference[], said: Saying): Change {
  const { after } = member;
  const fields = differences.map((difference) =>
    fieldChange(difference.path ?? fieldPath(after, difference.field), difference),
  );
  const [only, ...more] = fields;
  return {
    kind,
    path: only !== undefined && more.length === 0 ? only.path : placeOfMember(after),
    ...said,
    members: [after.name],
    effect: effectOn(member, greatest(differences.map(({ effect }) => effect))),
    fields,
  };
}

function effectSaying(member: Member, effect: Effect, differences: readonly FieldDifference[]): Saying {
  const { before, after, fate } = member;
  const because = listed(differences.map(differenceText));
  // At the defaults nobody sees whose it is.
  const whose = differences.some(({ path }) => path !== undefined) ? ` in ${after.name}` : "";
  if (effect === "none") return saying(`${because}${whose}: ${nothingRestarts([member])}`);
  if (before.id !== after.id || isElsewhere(before, after) || (fate.isMadeAnew && effect !== "replace"))
    return saying(`the new workload of ${after.name} differs from the old one: ${because}`);
  if (effectOn(member, effect) === "none")
    return saying(`${because} in ${after.name}, of which no instance runs: nothing restarts`);
  const text = verbs[effect](member, because) + startText(member, differences);
  return effect === "roll" || effect === "replace" ? withMessages(text, member) : saying(text);
}

/** A position is where a new subscription starts: the one that is there goes on. */
const startText = ({ before, after }: Member, differences: readonly FieldDifference[]): string =>
  before.subscription === after.subscription && differences.some(({ field }) => field === "subscriptionPosition")
    ? "; its subscription goes on where it is"
    : "";

/** What has no instance has none that restarts. */
const effectOn = (member: Member, effect: Effect): Effect =>
  (effect === "roll" || effect === "drain") && runsNothing(member) ? "none" : effect;

const verbs: Readonly<Record<Exclude<Effect, "none">, (member: Member, because: string) => string>> = {
  scale: ({ before }, because) => `the number of instances of ${before.name} may change because ${because}`,
  roll: (member, because) => `${restartOf(member, "rolls")} because ${because}`,
  drain: (member, because) => `${fromAnotherPlace(restartOf(member, "restarts"))} because ${because}`,
  replace: ({ before }, because) => `deletes the workload of ${before.name} and makes it anew because ${because}`,
};

function openText(member: Member, differences: readonly FieldDifference[]): string {
  const fields = listed(differences.map(({ field, path }) => path ?? field));
  const effect = greatest(differences.map((difference) => difference.effect));
  const known = `${fields} of ${member.after.name} ${differences.length === 1 ? "is" : "are"} known only when applied`;
  return effect === "none"
    ? `${known}: ${nothingRestarts([member])}`
    : `${known}: ${opens[effect](member)} if there is a difference`;
}

const opens: Readonly<Record<Exclude<Effect, "none">, (member: Member) => string>> = {
  scale: () => "another number of instances",
  roll: (member) => restartOf(member, "rolls"),
  drain: (member) => fromAnotherPlace(restartOf(member, "restarts")),
  replace: () => "makes the workload anew",
};
