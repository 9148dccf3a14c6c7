import { type OffloadPoliciesSpec } from "../../model/offload-policies";
import { type TopicOffloadPoliciesSpec } from "../../model/topic-offload-policies";
import { byteForm } from "./byte-form";
import { recordOf } from "../resource/decode";
import { normalOf } from "../resource/field";
import { wholeNumber } from "../resource/field-checks";
import { offloadForm } from "./offload-form";
import { decoded, encoded, type PolicyForm } from "./policy-form";
import { recordForm } from "./record-form";

/** When messages go: policies of their own for a namespace, and members of this one for a topic. */
const times = {
  threshold: { key: "managedLedgerOffloadThresholdInBytes", ...byteForm() },
  thresholdSeconds: {
    key: "managedLedgerOffloadThresholdInSeconds",
    check: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  },
  deletionLagMs: { key: "managedLedgerOffloadDeletionLagInMillis", check: wholeNumber(0, Number.MAX_SAFE_INTEGER) },
} as const;
const timesForm = recordForm<Omit<TopicOffloadPoliciesSpec, keyof OffloadPoliciesSpec>>(times);

const only = (value: unknown, isMeant: (name: string) => boolean): unknown =>
  Object.fromEntries(Object.entries(recordOf(value)).filter(([name]) => isMeant(name)));
const storageOf = (value: unknown): unknown => only(value, (name) => !(name in times));
const timesOf = (value: unknown): unknown => only(value, (name) => name in times);
const merged = (storage: unknown, when: unknown): unknown => ({ ...recordOf(storage), ...recordOf(when) });

/** The storage and the times of a topic, which Pulsar has in one object. */
export const topicOffloadForm: PolicyForm = {
  check: (value, path, show) => [
    ...(offloadForm.check?.(storageOf(value), path, show) ?? []),
    ...(timesForm.check?.(timesOf(value), path, show) ?? []),
  ],
  normal: (value) => merged(normalOf(offloadForm, storageOf(value)), normalOf(timesForm, timesOf(value))),
  encode: (value) => merged(encoded(offloadForm, storageOf(value)), encoded(timesForm, timesOf(value))),
  decode: (body) => {
    const storage = decoded(offloadForm, body);
    return storage === undefined ? undefined : merged(storage, decoded(timesForm, body));
  },
};
