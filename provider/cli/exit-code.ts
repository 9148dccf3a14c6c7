/** What a command's end tells whoever called it: the result is there; something given is wrong; the call itself is. */
export const exitCode = { done: 0, problems: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
