import { type PermissionAction } from "../../model/permission-action";
import { isKnown } from "../../model/unknown";
import { checkFields } from "../resource/check";
import { type Field, type Fields } from "../resource/field";
import { all, asSet, eachItem, oneOf } from "../resource/field-checks";
import { namespaceCheck } from "../namespace/namespace-check";
import { type OwnershipArgs } from "../resource/ownership";
import { ownershipFields } from "../resource/ownership-fields";
import { type CheckFailure, type CheckResult, type Properties } from "../resource/resource";
import { roleCheck } from "./role-check";
import { normalTopic, parseTopic } from "../topic/topic-path";

/**
 * What a role may do in a namespace, or with one topic. Its id, and what an import takes, is `tenant/namespace#role` or
 * `<full topic name>#role`, with `%25` and `%23` for `%` and `#` in the topic's name.
 *
 * The resource owns all actions of its role in that place: those that somebody else adds are taken away again, at the end all
 * of them. What other roles may do there, and what the role may do elsewhere, is never touched. A role that may do something
 * there already is taken over as `onExisting` says.
 */
export interface PermissionArgs extends OwnershipArgs {
  /**
   * The namespace, which has to exist: `tenant/namespace`. Exactly one of `namespace` and `topic` is stated.
   * @default none: `topic` is stated
   * @example "retail/orders"
   * @replace
   */
  readonly namespace?: string;
  /**
   * The topic, which has to exist: `persistent://tenant/namespace/topic`. Exactly one of `namespace` and `topic` is stated.
   * @default none: `namespace` is stated
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic?: string;
  /**
   * The role: the subject of a token, the name in a certificate, whatever the broker knows its clients by.
   * @example "billing"
   * @replace
   */
  readonly role: string;
  /**
   * What the role may do. Their order means nothing.
   * @example ["produce", "consume"]
   */
  readonly actions: readonly PermissionAction[];
}

const actions = ["produce", "consume", "functions", "sources", "sinks", "packages"] as const;

/** Whatever may be the name of a topic, as another program may have made it. */
const checkTopic: NonNullable<Field["check"]> = (value, path, show) =>
  typeof value === "string" && parseTopic(value) !== undefined
    ? []
    : [{ property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` }];

/** A role that may do nothing has no permission. */
const someAction: NonNullable<Field["check"]> = (value, path) =>
  Array.isArray(value) && value.length === 0
    ? [
        {
          property: path,
          reason: `is empty: name what the role may do (${actions.join(", ")}), or take the permission out of the program.`,
        },
      ]
    : [];

export const permissionFields = {
  namespace: { replace: true, check: namespaceCheck },
  topic: { replace: true, check: checkTopic, normal: normalTopic },
  role: { required: true, replace: true, check: roleCheck },
  // Of a word that it does not know the broker makes an action that allows nothing, and says nothing.
  actions: { required: true, check: all(someAction, eachItem(oneOf(...actions))), normal: asSet },
  ...ownershipFields,
} as const satisfies Fields<PermissionArgs>;

export function checkPermissionArgs(inputs: Properties, secrets?: ReadonlySet<string>): CheckResult {
  const result = checkFields(permissionFields, inputs, secrets);
  return { ...result, failures: [...placeFailures(result.inputs), ...result.failures] };
}

function placeFailures({ namespace, topic }: Properties): readonly CheckFailure[] {
  if (namespace === undefined && topic === undefined)
    return [{ property: "namespace", reason: "is missing, as is topic: state one of them." }];
  // What is not known yet may turn out to be nothing.
  if (namespace === undefined || topic === undefined || !isKnown(namespace) || !isKnown(topic)) return [];
  return [
    { property: "topic", reason: "stands beside namespace: state one of them, and another permission for the other." },
  ];
}
