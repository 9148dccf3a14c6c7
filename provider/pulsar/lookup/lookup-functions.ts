import { getNamespace } from "./get-namespace";
import { getSubscription } from "./get-subscription";
import { getTenant } from "./get-tenant";
import { getTopic } from "./get-topic";
import { type LookupFunction } from "./lookup-function";

/** The package's functions, by their tokens. */
export const lookupFunctions: Readonly<Record<string, LookupFunction>> = Object.fromEntries(
  [getTenant, getNamespace, getTopic, getSubscription].map((lookup) => [lookup.token, lookup]),
);
