import { type BacklogAgeQuotaSpec, type BacklogQuotaSpec, type BacklogSizeQuotaSpec } from "../../model/backlog-quota";
import { byteForm } from "./byte-form";
import { recordOf } from "../resource/decode";
import { oneOf, wholeNumber } from "../resource/field-checks";
import { int32 } from "./int32";
import { decoded, encoded, type PolicyForm } from "./policy-form";
import { recordForm } from "./record-form";

const policy = {
  key: "policy",
  required: true,
  check: oneOf("producer_request_hold", "producer_exception", "consumer_backlog_eviction"),
};

const storage = recordForm<BacklogSizeQuotaSpec>({
  limit: { key: "limitSize", required: true, ...byteForm({ least: 1n, canBeUnlimited: true }) },
  policy,
});
const age = recordForm<BacklogAgeQuotaSpec>({
  limitSeconds: { key: "limitTime", required: true, check: wholeNumber(-1, int32) },
  policy,
});

/** Pulsar's two kinds of quota and their names there. */
export const backlogQuotaKinds = {
  destinationStorage: { type: "destination_storage", form: withUnlimited(storage, "limitTime") },
  messageAge: { type: "message_age", form: withUnlimited(age, "limitSize") },
} as const satisfies Readonly<Record<keyof BacklogQuotaSpec, { readonly type: string; readonly form: PolicyForm }>>;

/** For Pulsar each kind has the limit of the other one too, and compares it with the retention: so it is unlimited. */
function withUnlimited(form: PolicyForm, key: string): PolicyForm {
  return { ...form, encode: (value) => ({ ...recordOf(encoded(form, value)), [key]: -1 }) };
}

const byKind = recordForm<BacklogQuotaSpec>({
  destinationStorage: { key: "destination_storage", ...backlogQuotaKinds.destinationStorage.form },
  messageAge: { key: "message_age", ...backlogQuotaKinds.messageAge.form },
});

/** The quotas of both kinds, as Pulsar's map of them. */
export const backlogQuotaForm: PolicyForm = {
  ...byKind,
  decode: (body) => (Object.keys(recordOf(body)).length === 0 ? undefined : decoded(byKind, body)),
};
