import type { MeshPlan } from "../../model/plan";
import { topicSettingsOf } from "../../model/topic-settings-of";

/** What a mesh owns in Pulsar, as plain data: what `pulumi up` makes besides the objects in Kubernetes. */
export const pulsarEntries = (plan: MeshPlan): readonly object[] => [
  ...plan.tenants.map(({ pulsarCluster, tenant, spec }) => ({ kind: "Tenant", pulsarCluster, name: tenant, ...spec })),
  ...plan.namespaces.map(({ pulsarCluster, tenant, pulsarNamespace, spec }) => ({
    kind: "Namespace",
    pulsarCluster,
    name: `${tenant}/${pulsarNamespace}`,
    ...spec,
  })),
  ...plan.topics
    .filter(({ owned }) => owned)
    .map(({ pulsarCluster, name, spec, schema }) => ({
      kind: "Topic",
      ...topicSettingsOf(spec),
      pulsarCluster,
      name,
      ...(schema === undefined ? {} : { schema }),
    })),
  ...plan.members.flatMap(({ subscriptions }) =>
    subscriptions.map(({ pulsarCluster, topic, subscription, position, onDelete, replicated }) => ({
      kind: "Subscription",
      pulsarCluster,
      topic,
      subscription,
      position,
      ...(onDelete === "force" ? {} : { onDelete }),
      ...(replicated === true ? { replicated } : {}),
    })),
  ),
];
