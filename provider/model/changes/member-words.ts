import { isStandbyText } from "./place-text";
import { isUnknown } from "../unknown";
import type { MemberFacts } from "./member-facts";

/** The path of a member's field as the arguments have it. */
export const fieldPath = ({ path }: MemberFacts, field: string): string =>
  path === "" ? field : field === "" ? path : `${path}${field.startsWith("[") ? "" : "."}${field}`;

/** The same in two meshes for what is one member. */
export const identityOf = ({ id, kind }: MemberFacts): string => `${kind} ${id}`;

/** Where a member stands; a mesh of one has nothing but its name. */
export const placeOfMember = ({ path, name }: MemberFacts): string => (path === "" ? name : path);

/** True for a member that runs in none of the places that it ran in: its instances are new ones. */
export function isElsewhere({ places: olds }: MemberFacts, { places: news }: MemberFacts): boolean {
  const [old, now] = [olds.filter(isActive), news.filter(isActive)];
  return old.length > 0 && now.length > 0 && !now.some((place) => old.includes(place));
}

const isActive = (place: string): boolean => !isStandbyText(place);

/** `3 pods of enrich`; without a number where that is not the program's. */
export const podsText = ({ pods, name }: MemberFacts): string =>
  typeof pods === "number" ? `${pods === 0 ? "no pod" : counted(pods, "pod")} of ${name}` : `the pods of ${name}`;

export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

export const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;

/** A few of many names. */
export const someOf = (texts: readonly string[], limit = 3): string =>
  texts.length <= limit + 1 ? listed(texts) : `${texts.slice(0, limit).join(", ")} and ${texts.length - limit} more`;

/** True for the expression that a pattern is: nobody has a subscription on one. */
export const isPattern = (topic: string): boolean => /[*+?|()[\]\\^$]/.test(topic);

/** A topic as people write it. */
export const topicText = (topic: string): string =>
  isUnknown(topic) ? "a topic whose name is known only when applied" : topic.replace(/^persistent:\/\//, "");
