import { type BookieAffinitySpec } from "../../model/bookie-affinity";
import { type NamespacePolicies } from "../../model/namespace";
import { type SharedPolicies } from "../../model/shared-policies";
import { autoTopicCreationForm } from "../forms/auto-topic-creation-form";
import { byteForm } from "../forms/byte-form";
import { listOf } from "../resource/decode";
import { matching, oneOf, trueOrFalse, wholeNumber } from "../resource/field-checks";
import { int32 } from "../forms/int32";
import { clusterNamesForm } from "../forms/list-forms";
import { type NamespacePolicy } from "./namespace-policy";
import { offloadForm } from "../forms/offload-form";
import { recordForm } from "../forms/record-form";

const post = { method: "POST", unset: "DELETE" } as const;
const put = { method: "PUT", unset: "DELETE" } as const;

const flag = { check: trueOrFalse };
const count = { check: wholeNumber(0, int32) };
const group = matching(/^[^\s,]+$/, "is not a name: write one without blanks and commas.");
/** The broker says -1, or a number below, where nothing is set. */
const unlessNegative = (body: unknown): unknown =>
  (typeof body === "number" || typeof body === "bigint") && body >= 0 ? body : undefined;
const size = byteForm();

/** What only namespaces have. */
export const ownNamespacePolicies: Readonly<
  Record<Exclude<keyof NamespacePolicies, keyof SharedPolicies>, NamespacePolicy>
> = {
  allowedClusters: {
    ...clusterNamesForm,
    path: "allowedClusters",
    key: "allowed_clusters",
    method: "POST",
    unset: "replicationClusters",
    decode: (body) => (listOf(body).length === 0 ? undefined : body),
  },
  subscriptionExpirationMinutes: {
    ...count,
    path: "subscriptionExpirationTime",
    key: "subscription_expiration_time_minutes",
    ...post,
  },
  maxTopicsPerNamespace: { ...count, path: "maxTopicsPerNamespace", key: "max_topics_per_namespace", ...post },
  // The body that creates a namespace may name a group that there is not.
  resourceGroup: {
    check: group,
    path: "resourcegroup",
    key: "resource_group_name",
    isCheckedAlone: true,
    ...post,
  },
  bookieAffinity: {
    ...recordForm<BookieAffinitySpec>({
      primary: {
        key: "bookkeeperAffinityGroupPrimary",
        required: true,
        check: matching(/\S/, "is empty: write the group's name."),
      },
      secondary: { key: "bookkeeperAffinityGroupSecondary", check: matching(/\S/, "is empty: leave it out.") },
    }),
    path: "persistence/bookieAffinity",
    ...post,
  },
  antiAffinity: { check: group, path: "antiAffinity", ...post },
  autoTopicCreation: { ...autoTopicCreationForm, path: "autoTopicCreation", key: "autoTopicCreationOverride", ...post },
  encryptionRequired: {
    ...flag,
    path: "encryptionRequired",
    key: "encryption_required",
    method: "POST",
    unset: { send: false },
    initial: false,
  },
  isAllowAutoUpdateSchema: {
    ...flag,
    path: "isAllowAutoUpdateSchema",
    key: "is_allow_auto_update_schema",
    method: "POST",
    unset: { send: true },
    initial: true,
  },
  schemaAutoUpdateCompatibilityStrategy: {
    check: oneOf(
      "AutoUpdateDisabled",
      "Backward",
      "Forward",
      "Full",
      "AlwaysCompatible",
      "BackwardTransitive",
      "ForwardTransitive",
      "FullTransitive",
    ),
    path: "schemaAutoUpdateCompatibilityStrategy",
    key: "schema_auto_update_compatibility_strategy",
    method: "PUT",
    unset: { send: null },
  },
  subscriptionAuthMode: {
    check: oneOf("None", "Prefix"),
    path: "subscriptionAuthMode",
    key: "subscription_auth_mode",
    method: "POST",
    unset: { send: "None" },
    initial: "None",
  },
  offloadPolicies: {
    ...offloadForm,
    path: "offloadPolicies",
    key: "offload_policies",
    method: "POST",
    unset: { delete: "removeOffloadPolicies" },
  },
  offloadThreshold: {
    ...size,
    decode: (body) => size.decode?.(unlessNegative(body)),
    path: "offloadThreshold",
    key: "offload_policies.managedLedgerOffloadThresholdInBytes",
    formerKey: "offload_threshold",
    method: "PUT",
    unset: { send: -1 },
  },
  offloadThresholdSeconds: {
    ...count,
    decode: unlessNegative,
    path: "offloadThresholdInSeconds",
    key: "offload_policies.managedLedgerOffloadThresholdInSeconds",
    formerKey: "offload_threshold_in_seconds",
    method: "PUT",
    unset: { send: -1 },
  },
  offloadDeletionLagMs: {
    check: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    decode: unlessNegative,
    path: "offloadDeletionLagMs",
    key: "offload_policies.managedLedgerOffloadDeletionLagInMillis",
    formerKey: "offload_deletion_lag_ms",
    ...put,
  },
};
