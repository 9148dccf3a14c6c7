import { join } from "node:path";

/** The root of the checkout. */
export const repositoryRoot = join(__dirname, "..", "..");

/** A folder of the Go modules from which tools are built. */
export const goModuleDirectory = (module: string): string => join(repositoryRoot, "tools", "go", module);
