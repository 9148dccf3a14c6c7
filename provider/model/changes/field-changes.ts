import { type Effect, effects, greatest } from "../effects/effect";
import type { Change, ChangeKind } from "./change";
import { fieldChange } from "./field-change";
import { differenceText, type FieldDifference } from "./field-differences";
import type { MemberFacts } from "./member-facts";
import { fieldPath, listed } from "./member-words";
import { messagesText } from "./message-loss";
import { fromAnotherPlace, restartOf, runsNothing } from "./restart-words";

type Pair = readonly [MemberFacts, MemberFacts];

/** What the changed fields of a member do to its instances: one change for each effect, and one for what is not known yet. */
export function fieldChanges(pair: Pair, differences: readonly FieldDifference[]): readonly Change[] {
  const [, after] = pair;
  const settled = differences.filter(({ isOpen }) => !isOpen);
  const credentials = settled.filter(isCredential);
  const others = settled.filter((difference) => !isCredential(difference));
  const open = differences.filter(({ isOpen }) => isOpen);
  return [
    ...[...effects].reverse().flatMap((effect) => {
      const some = others.filter((difference) => difference.effect === effect);
      return some.length === 0 ? [] : [changeOf(pair, effectKinds[effect], some, effectText(pair, effect, some))];
    }),
    ...(credentials.length === 0
      ? []
      : [changeOf(pair, "credentialsChanged", credentials, `credentials of ${after.name} changed: nothing restarts`)]),
    ...(open.length === 0 ? [] : [changeOf(pair, "knownWhenApplied", open, openText(pair, open))]),
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

function changeOf(
  [before, member]: Pair,
  kind: ChangeKind,
  differences: readonly FieldDifference[],
  text: string,
): Change {
  const fields = differences.map((difference) => fieldChange(fieldPath(member, difference.field), difference));
  const [only, ...more] = fields;
  return {
    kind,
    path: only !== undefined && more.length === 0 ? only.path : placeOf(member),
    text,
    members: [member.name],
    effect: effectOn([before, member], greatest(differences.map(({ effect }) => effect))),
    fields,
  };
}

const placeOf = ({ path, name }: MemberFacts): string => (path === "" ? name : path);

function effectText(pair: Pair, effect: Effect, differences: readonly FieldDifference[]): string {
  const [before, after] = pair;
  const because = listed(differences.map(differenceText));
  if (isMadeAnew(pair)) return `the new workload of ${pair[1].name} differs from the old one: ${because}`;
  if (effect !== "none" && effectOn(pair, effect) === "none")
    return `${because} in ${after.name}, of which no instance runs: nothing restarts`;
  return `${verbs[effect](pair, because)}${effect === "roll" || effect === "replace" ? messagesText({ before, after }) : ""}`;
}

/** What has no instance has none that restarts. */
const effectOn = ([before, after]: Pair, effect: Effect): Effect =>
  (effect === "roll" || effect === "drain") && runsNothing({ before, after }) ? "none" : effect;

/** Another name, or another cluster: nothing that runs is changed. */
const isMadeAnew = ([before, after]: Pair): boolean =>
  before.id !== after.id || !before.places.some((place) => after.places.includes(place));

const verbs: Readonly<Record<Effect, (pair: Pair, because: string) => string>> = {
  none: (_pair, because) => `${because}: nothing restarts`,
  scale: ([{ name }], because) => `the number of instances of ${name} may change because ${because}`,
  roll: ([before, after], because) => `${restartOf({ before, after }, "rolls")} because ${because}`,
  drain: ([before, after], because) =>
    `${fromAnotherPlace(restartOf({ before, after }, "restarts"))} because ${because}`,
  replace: ([{ name }], because) => `deletes the workload of ${name} and makes it anew because ${because}`,
};

function openText(pair: Pair, differences: readonly FieldDifference[]): string {
  const fields = listed(differences.map(({ field }) => field));
  const effect = greatest(differences.map((difference) => difference.effect));
  const known = `${fields} of ${pair[1].name} ${differences.length === 1 ? "is" : "are"} known only when applied`;
  return effect === "none" ? `${known}: nothing restarts` : `${known}: ${opens[effect](pair)} if there is a difference`;
}

const opens: Readonly<Record<Exclude<Effect, "none">, (pair: Pair) => string>> = {
  scale: () => "another number of instances",
  roll: ([before, after]) => restartOf({ before, after }, "rolls"),
  drain: ([before, after]) => fromAnotherPlace(restartOf({ before, after }, "restarts")),
  replace: () => "makes the workload anew",
};
