import { recordOf, textOf, textsOf } from "../resource/decode";
import { idPart, textOfIdPart } from "../resource/id-part";
import { type NamespaceName, namespaceOf, namespacePath } from "../namespace/namespace-api";
import { type NamespaceRoles } from "../namespace/namespace-roles";
import { type Properties } from "../resource/resource";
import { roleFault } from "./role-check";
import { type PulsarTopic, topicOf, topicPath } from "../topic/topic-path";

/** A role in a place where it may do something. */
export interface RoleInPlace {
  readonly namespace: NamespaceName;
  /** Absent: the place is the whole namespace. */
  readonly topic?: PulsarTopic;
  readonly role: string;
}

const inTopic = (topic: PulsarTopic, role: string): RoleInPlace => ({
  namespace: namespaceOf(`${topic.tenant}/${topic.pulsarNamespace}`),
  topic,
  role,
});

/** From arguments that check() has made sure of. */
export function roleInPlace(inputs: Properties): RoleInPlace {
  const role = textOf(inputs["role"]) ?? "";
  const topic = textOf(inputs["topic"]);
  if (topic !== undefined) return inTopic(topicOf(topic), role);
  return { namespace: namespaceOf(textOf(inputs["namespace"]) ?? ""), role };
}

export const permissionId = ({ namespace, topic, role }: RoleInPlace): string =>
  `${topic === undefined ? namespace.full : idPart(topic.full)}#${role}`;

export function parsePermissionId(id: string): RoleInPlace {
  const [, place, role] = /^([^#]+)#(.+)$/.exec(id) ?? [];
  if (place === undefined || role === undefined || roleFault(role) !== undefined) {
    throw new Error(
      `${JSON.stringify(id)} is not an id of a permission: write <tenant>/<namespace>#<role> or <full topic name>#<role>.`,
    );
  }
  return place.includes("://") ? inTopic(topicOf(textOfIdPart(place)), role) : { namespace: namespaceOf(place), role };
}

/** The arguments that say where the permission is, and whose. */
export const identityOf = ({ namespace, topic, role }: RoleInPlace): Properties => ({
  ...(topic === undefined ? { namespace: namespace.full } : { topic: topic.full }),
  role,
});

/** `permission of role billing in namespace retail/orders`, for messages. */
export const permissionText = ({ namespace, topic, role }: RoleInPlace): string =>
  `permission of role ${role} in ${topic === undefined ? `namespace ${namespace.full}` : `topic ${topic.full}`}`;

export const permissionPath = ({ namespace, topic, role }: RoleInPlace): string =>
  topic === undefined ? namespacePath(namespace, "permissions", role) : topicPath(topic, "permissions", role);

/** What the role may do there. Of actions that it does not know the broker keeps a null, which allows nothing. */
export const actionsOf = (roles: NamespaceRoles | undefined, { topic, role }: RoleInPlace): readonly string[] =>
  textsOf((topic === undefined ? roles?.ofNamespace : recordOf(roles?.ofTopics[topic.full]))?.[role]);
