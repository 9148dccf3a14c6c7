/**
 * An argument of a container that reaches the process exactly as written: Kubernetes would replace `$(NAME)` by a variable
 * and `$$` by `$`.
 */
export const literalArgument = (text: string): string => text.replaceAll("$", "$$$$");

/** An argument that Kubernetes replaces by the value of an environment variable; the value itself is not looked into. */
export const variableArgument = (name: string): string => `$(${name})`;
