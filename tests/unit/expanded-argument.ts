/** What the kubelet makes of an argument: `$$` is a dollar, `$(NAME)` a variable where there is one. */
export function expanded(argument: string, variables: Readonly<Record<string, string>>): string {
  return argument.replace(/\$(?:\$|\(([^)]*)\))/g, (match, name: string | undefined) => {
    if (name === undefined) return "$";
    return Object.hasOwn(variables, name) ? (variables[name] ?? "") : match;
  });
}
