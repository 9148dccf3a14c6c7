import { project } from "./mesh-program";

type Properties = Readonly<Record<string, unknown>>;

/** How large a program is. */
export interface Extent {
  readonly tenant: string;
  readonly namespaces: number;
  /** Shared out over the namespaces. */
  readonly topics: number;
  /** What each topic declares besides its name. */
  readonly ofTopic?: Properties;
  /** What each namespace declares besides its name. */
  readonly ofNamespace?: Properties;
}

/** A program of one tenant, and of namespaces with topics in it. */
export function manyPulsarResources({ tenant, namespaces, topics, ofTopic, ofNamespace }: Extent) {
  const namespaceOf = (index: number): Properties => ({
    type: "function-mesh:pulsar:Namespace",
    properties: { tenant: "${tenant.tenant}", namespace: `n${index}`, ...ofNamespace },
  });
  const topicOf = (index: number): Properties => ({
    type: "function-mesh:pulsar:Topic",
    properties: { topic: `\${n${index % namespaces}.fullName}/t${index}`, ...ofTopic },
  });
  return project("many", {
    tenant: { type: "function-mesh:pulsar:Tenant", properties: { tenant } },
    ...entries(namespaces, (index) => [`n${index}`, namespaceOf(index)]),
    ...entries(topics, (index) => [`t${index}`, topicOf(index)]),
  });
}

const entries = (count: number, entry: (index: number) => readonly [string, Properties]): Properties =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
