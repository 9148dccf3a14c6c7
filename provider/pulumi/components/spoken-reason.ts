import type { Problem } from "../../model/problem";

/**
 * The reason of a resource as a problem says it: resources say in one text what is wrong and, after a colon or a stop, what to write
 * instead. Values stand in it in quotes, with any characters. One that only says what a value is not says by that what to write.
 */
export function spokenReason(reason: string, otherwise = "write what Pulsar takes there"): Said {
  const text = reason.replace(/\.$/, "");
  const [, message, help] = twoParts.exec(text) ?? [];
  if (message !== undefined && help !== undefined) return { message, help };
  const wanted = negation.exec(text)?.[1];
  return { message: text, help: wanted === undefined ? otherwise : `write ${wanted}` };
}

type Said = Pick<Problem, "message" | "help">;

/** A colon after a blank is one of the characters that a text lists. */
const twoParts = /^((?:"(?:[^"\\]|\\.)*"|[^"])*?)(?<! )(?:: |\. |; )(.*)$/s;

const negation = /^(?:"(?:[^"\\]|\\.)*"|[^"])*?\bis not (.+)$/s;
