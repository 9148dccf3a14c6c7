import { isUnknown } from "../model/unknown";
import { cancellable } from "./admin/client";
import { asDeclared, diffFields } from "./resource/diff";
import { previewForeignMark } from "./resource/foreign-mark";
import { asIncomplete, isIncomplete } from "./resource/incomplete";
import { claim, stampOf } from "./resource/ownership";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type StoredState,
} from "./resource/resource";
import { checkSubscription, subscriptionFields } from "./subscription/subscription-args";
import { createSubscription, isReset, updateSubscription } from "./subscription/subscription-change";
import { deleteSubscription, retainSubscription } from "./subscription/subscription-deletion";
import { capitalised, parseSubscriptionId, subscriptionId, subscriptionOf } from "./subscription/subscription-name";
import {
  actualSubscriptionFields,
  asksForReplicated,
  importedSubscription,
  outputsOf,
  readSubscription,
} from "./subscription/subscription-state";

/** Arguments whose change the broker is to know of. */
const atBroker = ["properties", "replicated", "resetToken"];
const starts = ["position", "positionMessageId", "positionTime"];

const changedFields = (old: Properties, inputs: Properties): readonly string[] =>
  diffFields(subscriptionFields, old, inputs).map(({ path }) => path.split(/[.[]/)[0] ?? path);

function warnOfStart(old: StoredState, inputs: Properties, context: OperationContext): void {
  // One that is not yet where it was to start is moved there now.
  if (isIncomplete(old)) return;
  const moved = changedFields(old.inputs, inputs).filter((name) => starts.includes(name));
  if (moved.length === 0 || isReset(old.inputs, inputs) || moved.some((name) => isUnknown(inputs[name]))) return;
  context.log(
    "warning",
    `${capitalised(subscriptionOf(inputs).text)} stays where its readers are: ${moved.join(", ")} counts only when it is made, ` +
      "or when resetToken changes.",
  );
}

/** One that was not moved to its time yet differs in that: an update is to do it. */
const withoutTime = (inputs: Properties): Properties =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "positionTime"));

function previewSubscriptionMark(inputs: Properties, context: OperationContext): Promise<void> {
  const name = subscriptionOf(inputs);
  return previewForeignMark(inputs, context, {
    what: capitalised(name.text),
    stamp: async (admin) => (await readSubscription(admin, name, false))?.stamp,
  });
}

export const subscription: PulsarResource = {
  type: "function-mesh:pulsar:Subscription",
  check: (inputs, _old, secrets) => checkSubscription(inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(subscriptionFields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("subscription", subscriptionId(subscriptionOf(inputs)), context);
  },
  async create(inputs, context) {
    if (context.preview) await previewSubscriptionMark(inputs, context);
    else {
      await createSubscription(inputs, context);
      claim("subscription", subscriptionId(subscriptionOf(inputs)), context);
    }
    return { id: subscriptionId(subscriptionOf(inputs)), outputs: outputsOf(inputs, stampOf(context.urn)) };
  },
  async read(id, state, context) {
    const name = parseSubscriptionId(id);
    const admin = cancellable(context.admin, context.signal);
    const actual = await readSubscription(admin, name, isImport(state) || asksForReplicated(state.inputs));
    if (actual === undefined) return undefined;
    const declared = isImport(state) ? importedSubscription(name, actual) : state.inputs;
    const found = asDeclared(subscriptionFields, declared, actualSubscriptionFields(actual, declared));
    const stamp = state.outputs["stamp"] ?? actual.stamp ?? stampOf(context.urn);
    if (!actual.isMoving) return { id, inputs: found, outputs: outputsOf(found, stamp) };
    const inputs = withoutTime(found);
    return { id, inputs, outputs: asIncomplete(outputsOf(inputs, stamp)) };
  },
  async update(_id, old, inputs, context) {
    warnOfStart(old, inputs, context);
    const changed = changedFields(old.inputs, inputs);
    const needsBroker = isIncomplete(old) || changed.some((name) => atBroker.includes(name));
    if (!context.preview && needsBroker) await updateSubscription(old, inputs, context);
    const own = stampOf(context.urn);
    return outputsOf(inputs, needsBroker ? own : (old.outputs["stamp"] ?? own));
  },
  delete: (id, state, context) =>
    state.inputs["onDelete"] === "retain"
      ? retainSubscription(parseSubscriptionId(id), state.outputs, context)
      : deleteSubscription(parseSubscriptionId(id), state, context),
};
