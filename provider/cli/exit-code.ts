/**
 * What a command's end tells whoever called it: the result is there; something given is wrong; the call itself is. `diff` ends as
 * diff(1) does: 1 where there is a difference, 2 where something given is wrong.
 */
export const exitCode = { done: 0, problems: 1, differs: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
