import { isDeepStrictEqual } from "node:util";
import { type AdminRequest } from "../admin/request";
import { backlogQuotaKinds } from "../forms/backlog-quota-form";
import { recordOf, textOf } from "../resource/decode";
import { normalOf } from "../resource/field";
import { type NamespacePolicy } from "./namespace-policy";
import { policyOf } from "./namespace-policies";
import { encoded } from "../forms/policy-form";

/** A policy that is to get another value; `undefined` gives it back to the broker. */
export interface PolicyWrite {
  readonly field: string;
  /** What of it is ours at the moment. */
  readonly before?: unknown;
  readonly after: unknown;
}

/** One call of a policy: its path is below the namespace. */
export interface PolicyRequest extends Pick<AdminRequest, "method" | "query" | "body"> {
  readonly path: readonly string[];
}

/** Policies whose calls are not like the others'. */
const special: Readonly<Record<string, (write: PolicyWrite) => readonly PolicyRequest[]>> = {
  backlogQuota: quotaRequests,
  resourceGroup: ({ after }) => [
    after === undefined
      ? { method: "DELETE", path: ["resourcegroup"] }
      : { method: "POST", path: ["resourcegroup", textOf(after) ?? ""] },
  ],
  // It can be switched on, and given back to the broker, whose default is off.
  dispatcherPauseOnAckStatePersistent: ({ after }) => [
    { method: after === true ? "POST" : "DELETE", path: ["dispatcherPauseOnAckStatePersistent"] },
  ],
};

/** The calls that bring a policy to a value. */
export function policyRequests(write: PolicyWrite): readonly PolicyRequest[] {
  const policy = policyOf(write.field);
  if (policy === undefined) throw new Error(`${write.field} is not a policy of a namespace.`);
  return special[write.field]?.(write) ?? [usualRequest(policy, write.after)];
}

function usualRequest(policy: NamespacePolicy, after: unknown): PolicyRequest {
  const { method, unset } = policy;
  const path = policy.path.split("/");
  if (after !== undefined) return { method, path, body: encoded(policy, after) };
  if (unset === "DELETE") return { method: "DELETE", path };
  if (typeof unset === "string") throw new Error(`${policy.path} is never unset, but set to ${unset}.`);
  return "delete" in unset ? { method: "DELETE", path: [unset.delete] } : { method, path, body: unset.send };
}

/** Each kind of quota is a policy of its own. */
function quotaRequests({ before, after }: PolicyWrite): readonly PolicyRequest[] {
  const [old, wanted] = [recordOf(before), recordOf(after)];
  return Object.entries(backlogQuotaKinds).flatMap(([kind, { type, form }]): readonly PolicyRequest[] => {
    const query = { backlogQuotaType: type };
    const path = ["backlogQuota"];
    if (wanted[kind] === undefined) return old[kind] === undefined ? [] : [{ method: "DELETE", path, query }];
    const isSame = isDeepStrictEqual(normalOf(form, old[kind]), normalOf(form, wanted[kind]));
    return isSame ? [] : [{ method: "POST", path, query, body: encoded(form, wanted[kind]) }];
  });
}
