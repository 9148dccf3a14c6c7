import { isUnknown } from "../model/unknown";
import { cancellable } from "./admin/client";
import { asDeclared, diffFields } from "./resource/diff";
import { claim, stampOf } from "./resource/ownership";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";
import { checkSubscription, subscriptionFields } from "./subscription/subscription-args";
import { createSubscription, isReset, updateSubscription } from "./subscription/subscription-change";
import { deleteSubscription, retainSubscription } from "./subscription/subscription-deletion";
import { capitalised, parseSubscriptionId, subscriptionId, subscriptionOf } from "./subscription/subscription-name";
import {
  actualSubscriptionFields,
  asksForReplicated,
  importedSubscription,
  readSubscription,
} from "./subscription/subscription-state";

/** Arguments whose change the broker is to know of. */
const atBroker = ["properties", "replicated", "resetToken"];
const starts = ["position", "positionMessageId", "positionTime"];

const changedFields = (old: Properties, inputs: Properties): readonly string[] =>
  diffFields(subscriptionFields, old, inputs).map(({ path }) => path.split(/[.[]/)[0] ?? path);

function warnOfStart(changed: readonly string[], old: Properties, inputs: Properties, context: OperationContext): void {
  const moved = changed.filter((name) => starts.includes(name));
  if (moved.length === 0 || isReset(old, inputs) || moved.some((name) => isUnknown(inputs[name]))) return;
  context.log(
    "warning",
    `${capitalised(subscriptionOf(inputs).text)} stays where its readers are: ${moved.join(", ")} counts only when it is made, ` +
      "or when resetToken changes.",
  );
}

export const subscription: PulsarResource = {
  type: "function-mesh:pulsar:Subscription",
  check: (inputs, _old, secrets) => checkSubscription(inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(subscriptionFields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("subscription", subscriptionId(subscriptionOf(inputs)), context);
  },
  async create(inputs, context) {
    if (!context.preview) {
      await createSubscription(inputs, context);
      claim("subscription", subscriptionId(subscriptionOf(inputs)), context);
    }
    return { id: subscriptionId(subscriptionOf(inputs)), outputs: { ...inputs, stamp: stampOf(context.urn) } };
  },
  async read(id, state, context) {
    const name = parseSubscriptionId(id);
    const admin = cancellable(context.admin, context.signal);
    const actual = await readSubscription(admin, name, isImport(state) || asksForReplicated(state.inputs));
    if (actual === undefined) return undefined;
    const declared = isImport(state) ? importedSubscription(name, actual) : state.inputs;
    const inputs = asDeclared(subscriptionFields, declared, actualSubscriptionFields(actual, declared));
    const stamp = state.outputs["stamp"] ?? actual.stamp ?? stampOf(context.urn);
    return { id, inputs, outputs: { ...inputs, stamp } };
  },
  async update(_id, old, inputs, context) {
    const changed = changedFields(old.inputs, inputs);
    warnOfStart(changed, old.inputs, inputs, context);
    const needsBroker = changed.some((name) => atBroker.includes(name));
    if (!context.preview && needsBroker) await updateSubscription(old, inputs, context);
    return {
      ...inputs,
      stamp: needsBroker ? stampOf(context.urn) : (old.outputs["stamp"] ?? stampOf(context.urn)),
    };
  },
  delete: (id, state, context) =>
    state.inputs["onDelete"] === "retain"
      ? retainSubscription(parseSubscriptionId(id), state.outputs, context)
      : deleteSubscription(parseSubscriptionId(id), state, context),
};
