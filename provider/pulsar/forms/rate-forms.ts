import { type DispatchRateSpec } from "../../model/dispatch-rate";
import { type PublishRateSpec } from "../../model/publish-rate";
import { type SubscribeRateSpec } from "../../model/subscribe-rate";
import { byteForm } from "./byte-form";
import { numberOf } from "../resource/decode";
import { trueOrFalse, wholeNumber } from "../resource/field-checks";
import { int32 } from "./int32";
import { type PolicyForm } from "./policy-form";
import { recordForm } from "./record-form";

/** Pulsar's word for "no limit"; its brokers take 0 for that as well. */
const noLimit = -1;
const isLimit = (value: unknown): boolean => typeof value === "bigint" || (numberOf(value) ?? 0) > 0;
const ifLimit =
  (decode: (body: unknown) => unknown) =>
  (body: unknown): unknown =>
    isLimit(body) ? decode(body) : undefined;

const number: PolicyForm = { check: wholeNumber(1, int32), decode: ifLimit((body) => body) };
const size = byteForm({ least: 1n });
const bytes: PolicyForm = { ...size, decode: ifLimit((body) => size.decode?.(body)) };
/** Members of rates: what is not stated has no limit. */
export const messagesLimit = { absent: noLimit, ...number };
export const bytesLimit = { absent: noLimit, ...bytes };
const period = { check: wholeNumber(1, int32) };

export const dispatchRateForm: PolicyForm = recordForm<DispatchRateSpec>({
  messages: { key: "dispatchThrottlingRateInMsg", ...messagesLimit },
  bytes: { key: "dispatchThrottlingRateInByte", ...bytesLimit },
  periodSeconds: { key: "ratePeriodInSecond", default: 1, ...period },
  relativeToPublishRate: { key: "relativeToPublishRate", default: false, check: trueOrFalse },
});

export const publishRateForm: PolicyForm = recordForm<PublishRateSpec>({
  messages: { key: "publishThrottlingRateInMsg", ...messagesLimit },
  bytes: { key: "publishThrottlingRateInByte", ...bytesLimit },
});

export const subscribeRateForm: PolicyForm = recordForm<SubscribeRateSpec>({
  perConsumer: { key: "subscribeThrottlingRatePerConsumer", absent: noLimit, ...number },
  periodSeconds: { key: "ratePeriodInSecond", default: 30, ...period },
});
