/** The sentence for an import of what exists in Pulumi's state only. */
export const notImportable = (what: string): string =>
  `a ${what} is made by its mesh and stands for nothing that could be imported: leave the import out`;

/** The sentence for an import of a component, by its type token. */
export const componentNotImportable = (type: string): string =>
  `${type} is a component and stands for no object that could be imported: leave the import out, and import the resources below it instead, such as function-mesh:pulsar:Topic`;
