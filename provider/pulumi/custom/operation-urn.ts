import { AsyncLocalStorage } from "node:async_hooks";

const current = new AsyncLocalStorage<string>();

/** The resource whose operation is under way where this is called; empty outside of one. */
export const operationUrn = (): string => current.getStore() ?? "";

/** Runs an operation of a resource: what is logged below it is about that resource. */
export const inOperationOf = <Result>(urn: string, operation: () => Result): Result => current.run(urn, operation);
