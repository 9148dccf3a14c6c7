import type { Problem } from "../../model/problem";

/**
 * The reason of a resource as a problem says it: resources say in one text what is wrong and, after a colon or a stop, what to write
 * instead. Values stand in it in quotes, with any characters.
 */
export function spokenReason(reason: string): Pick<Problem, "message" | "help"> {
  const text = reason.replace(/\.$/, "");
  const [, message = text, help = "write what Pulsar takes there"] =
    /^((?:"(?:[^"\\]|\\.)*"|[^"])*?)(?:: |\. |; )(.*)$/s.exec(text) ?? [];
  return { message, help };
}
