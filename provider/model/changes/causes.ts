import type { MemberFacts } from "./member-facts";
import { fieldPath, placeOfMember } from "./member-words";
import type { Restarted } from "./restart-words";

/** What a value follows from that nobody states. */
export interface Cause {
  /** Where that stands in the arguments. */
  readonly path: string;
  /** What it is of a member. */
  readonly word: string;
}

type Member = Required<Pick<Restarted, "before" | "after">>;

/** What default names are made of, where it changed. */
export const identityCause = (member: Member): Cause | undefined => nameCause(member) ?? homeCause(member);

function nameCause({ before, after }: Member): Cause | undefined {
  if (before.name === after.name) return undefined;
  return { path: before.key === after.key ? fieldPath(after, "name") : placeOfMember(after), word: "name" };
}

/** What short names of topics are completed with, where it changed. */
export function homeCause({ before, after }: Member): Cause | undefined {
  const [top] = homes.filter((each) => before.fields[each] !== after.fields[each]);
  if (top === undefined) return undefined;
  const isInherited = [before, after].every(({ inherited }) => inherited.includes(top));
  return { path: isInherited ? `defaults.${top}` : fieldPath(after, top), word: top };
}

const homes = ["tenant", "namespace"] as const;

/** True for two topics of one short name, each completed by what its member says. */
export function isCompleted({ before, after }: Member, old: string, now: string): boolean {
  const [was, is] = [shortName(before, old), shortName(after, now)];
  return was !== undefined && was === is;
}

function shortName({ fields }: MemberFacts, topic: string): string | undefined {
  const [, persistence = "", rest = ""] = /^([a-z-]+:\/\/)(.*)$/.exec(topic) ?? [];
  const home = `${String(fields["tenant"])}/${String(fields["namespace"])}/`;
  return rest.startsWith(home) ? persistence + rest.slice(home.length) : undefined;
}

/** True where neither side states a field. */
export const isLeftOut = ({ before, after }: Member, field: string): boolean =>
  [before, after].every(({ inherited }) => inherited.includes(field));
