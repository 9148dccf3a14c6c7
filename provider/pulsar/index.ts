import { cluster } from "./cluster";
import { namespace } from "./namespace";
import { pulsarPackage } from "./package";
import { permission } from "./permission";
import { prerequisites } from "./prerequisites";
import { type PulsarResource } from "./resource/resource";
import { resourceGroup } from "./resource-group";
import { schema } from "./schema";
import { subscription } from "./subscription";
import { subscriptionCleanup } from "./subscription-cleanup";
import { subscriptionPermission } from "./subscription-permission";
import { tenant } from "./tenant";
import { topic } from "./topic";
import { topicReplication } from "./topic-replication";

export { type AdminClient, createAdminClient } from "./admin/client";
export { AdminError } from "./admin/error";

/** Every kind of Pulsar resource that programs have. */
export const pulsarResources: readonly PulsarResource[] = [
  tenant,
  namespace,
  topic,
  subscription,
  schema,
  pulsarPackage,
  permission,
  subscriptionPermission,
  resourceGroup,
  cluster,
];

/** What meshes make besides: their arguments are not for users. */
export const resourcesOfMeshes: readonly PulsarResource[] = [subscriptionCleanup, topicReplication, prerequisites];
