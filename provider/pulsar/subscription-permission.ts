import { subscriptionNameFault } from "../model/subscription-name";
import { type AdminClient, cancellable } from "./admin/client";
import { checkFields } from "./resource/check";
import { requiredText, textsOf } from "./resource/decode";
import { diffFields } from "./resource/diff";
import { type Fields } from "./resource/field";
import { subscriptionName } from "./resource/field-checks";
import { idPart, textOfIdPart } from "./resource/id-part";
import { type NamespaceName, namespaceOf, namespacePath, seriallyInNamespace } from "./namespace/namespace-api";
import { namespaceCheck } from "./namespace/namespace-check";
import { readNamespaceRoles } from "./namespace/namespace-roles";
import { claim, leaveToAnother, judgeExisting, type OwnershipArgs, refuseUnlessUsable } from "./resource/ownership";
import { ownershipFields } from "./resource/ownership-fields";
import { expectKept } from "./resource/read-back";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";
import { roleCheck, roleFault } from "./permission/role-check";

/**
 * Reserves the subscriptions of one name in a namespace for a role. As soon as one role has it, other roles cannot use these
 * subscriptions any more, whatever they may consume; several roles share them by a resource each. Its id, and what an import
 * takes, is `tenant/namespace#subscription#role`, with `%25` and `%23` for `%` and `#` in the subscription's name.
 *
 * Other roles that have the subscription are never touched. That a role may consume is said by a `Permission`.
 */
export interface SubscriptionPermissionArgs extends OwnershipArgs {
  /**
   * The namespace, which has to exist: `tenant/namespace`.
   * @example "retail/orders"
   * @replace
   */
  readonly namespace: string;
  /**
   * Name of the subscriptions, on whichever topics of the namespace. None has to exist.
   * @example "billing"
   * @replace
   */
  readonly subscription: string;
  /**
   * The role: the subject of a token, the name in a certificate, whatever the broker knows its clients by.
   * @example "billing-service"
   * @replace
   */
  readonly role: string;
}

const fields = {
  namespace: { required: true, replace: true, check: namespaceCheck },
  subscription: { required: true, replace: true, check: subscriptionName },
  role: { required: true, replace: true, check: roleCheck },
  ...ownershipFields,
} as const satisfies Fields<SubscriptionPermissionArgs>;

interface RoleOfSubscription {
  readonly namespace: NamespaceName;
  readonly subscription: string;
  readonly role: string;
}

const grantOf = (inputs: Properties): RoleOfSubscription => ({
  namespace: namespaceOf(requiredText(inputs, "namespace")),
  subscription: requiredText(inputs, "subscription"),
  role: requiredText(inputs, "role"),
});

const idOf = ({ namespace, subscription, role }: RoleOfSubscription): string =>
  `${namespace.full}#${idPart(subscription)}#${role}`;

function parseId(id: string): RoleOfSubscription {
  const [, namespace = "", part = "", role = ""] = /^([^#]+)#([^#]+)#(.+)$/.exec(id) ?? [];
  const subscription = textOfIdPart(part);
  if (subscriptionNameFault(subscription) !== undefined || roleFault(role) !== undefined) {
    throw new Error(
      `${JSON.stringify(id)} is not an id of a subscription's permission: write <tenant>/<namespace>#<subscription>#<role>.`,
    );
  }
  return { namespace: namespaceOf(namespace), subscription, role };
}

const textOf = ({ namespace, subscription, role }: RoleOfSubscription): string =>
  `permission of role ${role} for subscription ${subscription} in namespace ${namespace.full}`;

/** `undefined` where there is no such namespace. */
async function rolesIfThere(
  admin: AdminClient,
  { namespace, subscription }: RoleOfSubscription,
): Promise<readonly string[] | undefined> {
  const found = await readNamespaceRoles(admin, namespace);
  return found === undefined ? undefined : textsOf(found.ofSubscriptions[subscription]);
}

const readRoles = async (admin: AdminClient, given: RoleOfSubscription): Promise<readonly string[]> =>
  (await rolesIfThere(admin, given)) ?? [];

async function createGrant(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const wanted = grantOf(inputs);
  const { namespace, subscription, role } = wanted;
  await seriallyInNamespace(admin, namespace, async () => {
    const roles = await rolesIfThere(admin, wanted);
    // The broker would answer 500 without a reason.
    if (roles === undefined)
      throw new Error(
        `Could not grant the ${textOf(wanted)}: namespace ${namespace.full} does not exist. Create it first, or correct namespace.`,
      );
    if (roles.includes(role)) {
      refuseUnlessUsable(
        judgeExisting({ stamp: undefined, differing: [] }, inputs, context.urn),
        `The ${textOf(wanted)}`,
        [],
      );
      return;
    }
    const path = namespacePath(namespace, "permissions", "subscription", subscription);
    // The broker takes the list in place of the one it has.
    const body = [...roles, role];
    await admin.send({ method: "POST", path, body, purpose: `grant the ${textOf(wanted)}` });
    await expectKept(`the ${textOf(wanted)}`, async () => {
      const kept = await readRoles(admin, wanted);
      return body.filter((each) => !kept.includes(each)).map((each) => `role ${each}`);
    });
  });
}

async function revoke(given: RoleOfSubscription, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const { namespace, subscription, role } = given;
  await seriallyInNamespace(admin, namespace, async () => {
    // Of a subscription that nobody has the broker answers 500.
    if (!(await readRoles(admin, given)).includes(role)) return;
    const path = namespacePath(namespace, "permissions", subscription, role);
    await admin.send({ method: "DELETE", path, purpose: `revoke the ${textOf(given)}` });
  });
}

export const subscriptionPermission: PulsarResource = {
  type: "function-mesh:pulsar:SubscriptionPermission",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("subscription permission", idOf(grantOf(inputs)), context);
  },
  async create(inputs, context) {
    const id = idOf(grantOf(inputs));
    if (!context.preview) {
      await createGrant(inputs, context);
      claim("subscription permission", id, context);
    }
    return { id, outputs: inputs };
  },
  async read(id, state, context) {
    const given = parseId(id);
    const roles = await readRoles(cancellable(context.admin, context.signal), given);
    if (!roles.includes(given.role)) return undefined;
    const identity = { ...given, namespace: given.namespace.full };
    const inputs = isImport(state) ? checkFields(fields, identity).inputs : state.inputs;
    return { id, inputs, outputs: inputs };
  },
  /** All that can change is what this resource does later. */
  update: (_id, _old, inputs) => Promise.resolve(inputs),
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain") return;
    const given = parseId(id);
    if (leaveToAnother({ kind: "subscription permission", id, what: `The ${textOf(given)}` }, context)) return;
    await revoke(given, context);
  },
};
