import { hash } from "node:crypto";

/**
 * Longest name of a StatefulSet that always gets pods: the controller labels them with the name and a hash of up to ten
 * characters, and a label holds 63. Longer names are accepted by the API server and then never start a pod.
 */
export const maxWorkloadName = 52;

const hashLength = 8;

/** The first characters of a text's SHA-256. */
export const shortHash = (text: string): string => hash("sha256", text).slice(0, hashLength);

/** What is the same of two names that Kubernetes takes for one. */
export const foldedName = (text: string): string => text.toLowerCase().replaceAll("_", "-");

/**
 * A lower-case RFC 1123 label for any text. Case and underscores are folded; a text that is changed in any other way, or is
 * too long, ends in a hash of all of it, so that different texts get different labels.
 */
export function dnsLabel(text: string, maxLength: number = maxWorkloadName): string {
  const folded = foldedName(text);
  const legal = folded.replace(/[^a-z0-9-]+/g, "-").replace(/^-+|-+$/g, "");
  if (legal === folded && legal !== "" && legal.length <= maxLength) return legal;
  const stem = legal.slice(0, maxLength - hashLength - 1).replace(/-+$/, "");
  return `${stem === "" ? "m" : stem}-${shortHash(text)}`;
}

/** A legal value of a Kubernetes label for any text: unchanged where it is legal already. */
export function labelValue(text: string): string {
  return /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(text) ? text : dnsLabel(text, 63);
}

/** The Pulumi name of something in a mesh: the given names with dashes between them. */
export const childName = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("-");
