import { literalArgument } from "../literal-argument";
import type { MemberPlan } from "../plan";
import { isWhollyKnown } from "../unknown";
import { type ShellWord, shellWords } from "./shell-words";

/** The user's options of the Java virtual machine, as arguments. A list that is not known yet shows as one unknown option. */
export function javaOptions(member: MemberPlan): readonly string[] {
  const words = wordsOfOptions(member);
  if (words !== undefined) return words.map(({ argument }) => argument);
  const { javaOpts = [] }: { readonly javaOpts?: unknown } = member.spec.java ?? {};
  return (Array.isArray(javaOpts) ? javaOpts.map(String) : [String(javaOpts)]).map(literalArgument);
}

/** In an operator manifest they are part of a shell's command, in which an entry may hold several. Undefined elsewhere. */
export function wordsOfOptions({ origin, spec }: MemberPlan): readonly ShellWord[] | undefined {
  const options = spec.java?.javaOpts;
  if (origin === undefined || options === undefined || !isWhollyKnown(options)) return undefined;
  return shellWords(options.join(" "));
}
