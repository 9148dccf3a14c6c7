import type { Change } from "./change";

/** Fields that only Pulumi goes by: how long an update waits, and what a later one does. */
const pulumis = /(?:^|\.)(?:rollout\.(?:timeoutSeconds|attachment)|cleanupSubscription)$/;

/** False for a change that leaves every object in Kubernetes and Pulsar as it is. */
export const altersObjects = ({ effect, fields = [] }: Change): boolean =>
  effect !== "none" ||
  fields.length === 0 ||
  !fields.every(({ path, isRespelt }) => isRespelt === true || pulumis.test(path));
