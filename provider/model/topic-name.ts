import { isPathStep } from "./path-step";
import { isKnown } from "./unknown";

/** A topic's name, taken apart. */
export interface TopicName {
  readonly persistent: boolean;
  readonly tenant: string;
  readonly pulsarNamespace: string;
  readonly local: string;
}

/** The tenant and namespace that complete a short name. */
export interface PulsarHome {
  readonly tenant: string;
  readonly pulsarNamespace: string;
}

export type TopicNameReading =
  { readonly kind: "name"; readonly name: TopicName } | { readonly kind: "malformed"; readonly reason: string };

/** True for a name that Pulsar takes for a tenant or a namespace. */
export const isPulsarName = (text: string): boolean => /^[-=:.\w]{1,256}$/.test(text) && !isPathStep(text);

/**
 * Reads `orders`, `tenant/namespace/orders` or `persistent://tenant/namespace/orders`; a short name is completed with `home`.
 * It takes what Pulsar takes; what is unwise beyond that is told by `localNameFault`.
 */
export function readTopicName(text: string, home: PulsarHome): TopicNameReading {
  const { scheme, rest } = splitScheme(text);
  if (scheme !== undefined && scheme !== "persistent" && scheme !== "non-persistent") {
    return malformed(`its scheme "${scheme}" is neither persistent nor non-persistent`);
  }
  if (scheme === undefined && !rest.includes("/")) {
    return named({ persistent: true, tenant: home.tenant, pulsarNamespace: home.pulsarNamespace, local: rest });
  }
  const parts = rest.split("/");
  const [tenant, pulsarNamespace, ...local] = parts;
  const isWhole = scheme === undefined ? parts.length === 3 : parts.length >= 3;
  if (!isWhole || tenant === undefined || pulsarNamespace === undefined) {
    return malformed(`it has ${parts.length} parts`);
  }
  if (parts.includes("")) return malformed("a part of it is empty");
  return named({ persistent: scheme !== "non-persistent", tenant, pulsarNamespace, local: local.join("/") });
}

/** Takes a full name apart, as all names of planned topics and patterns are; undefined for one that is not known yet. */
export function readFullName(topic: string): TopicName | undefined {
  const tenantAt = topic.indexOf("://") + 3;
  const namespaceAt = topic.indexOf("/", tenantAt) + 1;
  const localAt = topic.indexOf("/", namespaceAt) + 1;
  if (tenantAt < 3 || namespaceAt === 0 || localAt === 0 || !isKnown(topic)) return undefined;
  return {
    persistent: !topic.startsWith("non-persistent:"),
    tenant: topic.slice(tenantAt, namespaceAt - 1),
    pulsarNamespace: topic.slice(namespaceAt, localAt - 1),
    local: topic.slice(localAt),
  };
}

/** Done without an expression: every topic of a mesh is read many times. */
function splitScheme(text: string): { readonly scheme?: string; readonly rest: string } {
  const end = text.indexOf("://");
  if (end < 0) return { rest: text };
  const scheme = text.slice(0, end);
  return scheme.includes("/") || scheme.includes(":") ? { rest: text } : { scheme, rest: text.slice(end + 3) };
}

function named(name: TopicName): TopicNameReading {
  if (name.local === "") return malformed("it is empty");
  // The broker's web server refuses a request that names one, without a word of why.
  if (name.local.includes("\u0000")) return malformed("it holds the character U+0000");
  if (isPathStep(name.local)) return malformed(`"${name.local}" is a step in a path, not a name`);
  const wrong = [name.tenant, name.pulsarNamespace].find((part) => !isPulsarName(part));
  if (wrong !== undefined) return malformed(`"${wrong}" is not a name of a tenant or namespace`);
  return { kind: "name", name };
}

/** Why a topic should not be called so, although Pulsar lets it; undefined for a name that is all right. */
export function localNameFault({ local }: TopicName): string | undefined {
  if (/[\s\p{Cc}\p{Cs}]/u.test(local)) return "it holds a blank or a character that is not shown";
  return local.includes("/") ? "its last part holds a /" : undefined;
}

const malformed = (reason: string): TopicNameReading => ({ kind: "malformed", reason });

/** The full name: `persistent://tenant/namespace/topic`. */
export const topicText = ({ persistent, tenant, pulsarNamespace, local }: TopicName): string =>
  `${persistent ? "persistent" : "non-persistent"}://${tenant}/${pulsarNamespace}/${local}`;
