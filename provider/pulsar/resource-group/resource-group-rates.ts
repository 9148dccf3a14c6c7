import { type PublishRateSpec } from "../../model/publish-rate";
import { type ResourceGroupDispatchRateSpec, type ResourceGroupSpec } from "../../model/resource-group";
import { decoded, type PolicyForm } from "../forms/policy-form";
import { bytesLimit, messagesLimit } from "../forms/rate-forms";
import { recordForm } from "../forms/record-form";
import { type Properties } from "../resource/resource";

/** The limits of a resource group; Pulsar keeps those of all in one object. */
export const groupRates = {
  publishRate: recordForm<PublishRateSpec>({
    messages: { key: "publishRateInMsgs", ...messagesLimit },
    bytes: { key: "publishRateInBytes", ...bytesLimit },
  }),
  dispatchRate: recordForm<ResourceGroupDispatchRateSpec>({
    messages: { key: "dispatchRateInMsgs", ...messagesLimit },
    bytes: { key: "dispatchRateInBytes", ...bytesLimit },
  }),
} as const satisfies Record<keyof ResourceGroupSpec, PolicyForm>;

/** Each rate of a group as the broker tells it: without a limit it is empty. */
export const ratesOf = (body: Properties): Properties =>
  Object.fromEntries(Object.entries(groupRates).map(([field, form]) => [field, decoded(form, body)]));
