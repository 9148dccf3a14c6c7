import { type AdminClient, cancellable } from "../admin/client";
import { AdminError } from "../admin/error";
import { type OperationContext } from "./resource";

/** How long a preview waits for a broker that it would only ask. */
const patienceMs = 5_000;

/** Brokers that gave no answer: one preview does not wait for them again. */
const silent = new WeakSet<AdminClient>();

/**
 * What a broker says that a preview asks; `undefined` where it cannot be asked now, since it is not there yet, gives no answer or
 * does not let us: that is no error, the update will say.
 */
export async function askedAtPreview<Answer>(
  context: OperationContext,
  ask: (admin: AdminClient) => Promise<Answer>,
): Promise<Answer | undefined> {
  const admin = knownAdmin(context);
  if (admin === undefined || silent.has(admin)) return undefined;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(patienceMs)]);
  try {
    return await ask(cancellable(admin, signal));
  } catch (error) {
    if (error instanceof AdminError && error.status === undefined) silent.add(admin);
    return undefined;
  }
}

/** The provider's own arguments may still be unknown. */
function knownAdmin(context: OperationContext): AdminClient | undefined {
  try {
    return context.admin;
  } catch {
    return undefined;
  }
}
