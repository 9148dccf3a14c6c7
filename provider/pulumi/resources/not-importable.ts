/** The sentence for an import of what exists in Pulumi's state only. */
export const notImportable = (what: string): string =>
  `a ${what} is made by its mesh and stands for nothing that could be imported: leave the import out`;
