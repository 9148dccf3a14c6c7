import { isPulsarName } from "./topic-name";
import { isKnown } from "./unknown";

/** Where a package is downloaded from. */
export type PackageLocation =
  | {
      readonly kind: "pulsar";
      readonly type: "function" | "sink" | "source";
      readonly tenant: string;
      readonly pulsarNamespace: string;
      readonly name: string;
      readonly version?: string;
    }
  | { readonly kind: "http"; readonly url: string };

/** Reads `function://tenant/namespace/name@version` (also sink, source) or an address on the web; undefined for anything else. */
export function readPackageLocation(text: string): PackageLocation | undefined {
  if (/^https?:\/\/[^/\s]+\/\S*$/.test(text)) return { kind: "http", url: text };
  const [, scheme, rest = ""] = /^(function|sink|source):\/\/(.*)$/s.exec(text) ?? [];
  const type = packageTypes.find((each) => each === scheme);
  const [path = "", version, ...more] = rest.split("@");
  const [tenant = "", pulsarNamespace = "", name = "", ...deeper] = path.split("/");
  if (type === undefined || more.length > 0 || deeper.length > 0) return undefined;
  if (![tenant, pulsarNamespace, name, version ?? "latest"].every(isPulsarName)) return undefined;
  return { kind: "pulsar", type, tenant, pulsarNamespace, name, ...(version === undefined ? {} : { version }) };
}

const packageTypes = ["function", "sink", "source"] as const;

/** True for what the operator takes for a location, which is more than can be downloaded. */
export function isOperatorsPackageLocation(text: string): boolean {
  if (/^https?:\/\//i.test(text)) return true;
  const [, rest] = /^(?:function|sink|source):\/\/(.*)$/is.exec(text) ?? [];
  const [path = "", , ...more] = rest?.split("@") ?? [];
  return more.length === 0 && path.split("/").length === 3;
}

/** True for a connector that is a package to download, well written or not; without a scheme it is a path in the image. */
export const isLocated = (connector: string): boolean => /^(?!builtin:)[^/]*:\/\//.test(connector);

/** True for a package that is not kept by Pulsar. */
export const isFromWeb = (location: string): boolean => isKnown(location) && /^https?:/i.test(location);
