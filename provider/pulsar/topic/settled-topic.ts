import { setTimeout as sleep } from "node:timers/promises";
import { type AdminClient } from "../admin/client";
import { type Properties } from "../resource/resource";
import { type ActualTopic, readTopic } from "./topic-api";
import { type PulsarTopic } from "./topic-path";
import { declaredPolicies, isUnset } from "./topic-policy-calls";
import { readingFor } from "./topic-state";

/** After the last one a broker that is being ended takes no more calls, and the next look waits for one that does. */
const looksAfterMs = [250, 750];

/**
 * Reads a topic to compare it with its arguments. A broker that is ended in order lets go of all policies of topics before it
 * stops to answer: for a moment it says (200) that none is set. What would be missing is looked at again, or a refresh at that
 * moment would take the policies for gone.
 */
export async function readSettledTopic(
  admin: AdminClient,
  topic: PulsarTopic,
  declared: Properties,
): Promise<ActualTopic | undefined> {
  let actual = await readTopic(admin, topic, readingFor(declared));
  for (const delay of looksAfterMs) {
    if (actual === undefined || !isPolicyMissing(topic, declared, actual)) return actual;
    await sleep(delay);
    actual = await readTopic(admin, topic, readingFor(declared));
  }
  return actual;
}

function isPolicyMissing({ persistent }: PulsarTopic, declared: Properties, actual: ActualTopic): boolean {
  const isKept = persistent && declared["deleteWhileInactive"] === false;
  if (isKept && actual.deleteWhileInactive === undefined) return true;
  return declaredPolicies(declared).some(
    (name) => isUnset(name, actual.policies[name]) && !isUnset(name, declared[name]),
  );
}
