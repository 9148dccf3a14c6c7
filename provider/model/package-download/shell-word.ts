/**
 * An argument as Kubernetes reads it (`$(NAME)` for a variable, `$$` for a dollar sign), as one word of a shell script that
 * Kubernetes leaves alone: the shell looks variables up itself, so their values are never read as script.
 */
export const shellWord = (argument: string): string =>
  argument.replace(/\$\$|\$\((\w+)\)|\$|[^$]+/g, (piece, name: string | undefined) => {
    if (name !== undefined) return `"$${name}"`;
    return quoted(piece === "$$" ? "$" : piece);
  }) || "''";

/** Every dollar sign ends its quotes: there is never a second one or a parenthesis behind it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
