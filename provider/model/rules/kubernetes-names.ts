import { isKnown } from "../unknown";
import type { Named } from "./repeated-names";
import type { Finding } from "./rule";

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const subdomain = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Names that are not lower-case labels, as those of containers, volumes and namespaces are. */
export const labelNames = (all: readonly Named[], what: string): readonly Finding[] =>
  unfit(all, label, `is not a name of ${what}`, "write at most 63 lower-case letters, digits and -");

/** Names that are not those of objects that exist in a namespace. */
export const objectNames = (all: readonly Named[], what: string): readonly Finding[] =>
  unfit(all, subdomain, `is not a name of ${what}`, "write lower-case letters, digits, - and .");

/** Names of ports of containers. */
export const portNames = (all: readonly Named[]): readonly Finding[] =>
  unfit(
    all,
    /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    "is not a name of a port",
    "write at most 15 lower-case letters, digits and -",
  );

const unfit = (all: readonly Named[], pattern: RegExp, fault: string, help: string): readonly Finding[] =>
  all
    .filter(({ name }) => isKnown(name) && !pattern.test(name))
    .map(({ name, path }) => ({ path, message: `"${name}" ${fault}`, help }));
