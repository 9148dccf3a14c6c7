/** Labels as the API asks for them: `app=a,part=b`. */
export const labelSelectorOf = (labels: object): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${String(value)}`)
    .join(",");
