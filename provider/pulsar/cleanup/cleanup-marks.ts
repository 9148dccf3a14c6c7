import { type CleanupAim } from "./cleanup-aim";
import { markReader, type Reader, unmarkReader } from "./reader-marks";
import { type OperationContext } from "../resource/resource";
import { type PulsarTopic } from "../topic/topic-path";
import { topicsNamed } from "./topics-named";
import { errorMessage } from "../../model/error-message";

const seconds = 10;

/** Marks the subscriptions of an aim that are there already as read by this member. */
export const markAll = (aim: CleanupAim, reader: Reader, context: OperationContext): Promise<void> =>
  onEach(aim, context, (topic, limited) => markReader({ topic, subscription: aim.subscription }, reader, limited));

/** Takes the member's marks away, so that whoever needs the subscriptions next is free to delete them. */
export const unmarkAll = (aim: CleanupAim, reader: Reader, context: OperationContext): Promise<void> =>
  onEach(aim, context, (topic, limited) => unmarkReader({ topic, subscription: aim.subscription }, reader, limited));

/** A mark that cannot be changed must not stop what it is beside, nor hold it up for long. */
async function onEach(
  aim: CleanupAim,
  context: OperationContext,
  act: (topic: PulsarTopic, context: OperationContext) => Promise<void>,
): Promise<void> {
  const { admin, urn, preview, log } = context;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(seconds * 1000)]);
  const limited = { admin, urn, preview, log, signal };
  try {
    const { found } = await topicsNamed(aim, limited);
    await Promise.all(found.map((topic) => act(topic, limited)));
  } catch (error) {
    const reason = errorMessage(error);
    log("info", `Whether subscription ${aim.subscription} is read could not be noted at the broker: ${reason}`);
  }
}
