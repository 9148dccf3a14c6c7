import { type AdminClient, cancellable } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { textsOf } from "./resource/decode";
import { asDeclared, diffFields, differingFields } from "./resource/diff";
import { asSet } from "./resource/field-checks";
import { seriallyInNamespace } from "./namespace/namespace-api";
import { readNamespaceRoles } from "./namespace/namespace-roles";
import { claim, leaveToAnother, judgeExisting, refuseUnlessUsable } from "./resource/ownership";
import { ownershipFields } from "./resource/ownership-fields";
import { checkPermissionArgs, permissionFields } from "./permission/permission-args";
import {
  actionsOf,
  identityOf,
  parsePermissionId,
  permissionId,
  permissionPath,
  permissionText,
  type RoleInPlace,
  roleInPlace,
} from "./permission/permission-place";
import { expectKept } from "./resource/read-back";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";

async function readActions(admin: AdminClient, place: RoleInPlace): Promise<readonly string[]> {
  return actionsOf(await readNamespaceRoles(admin, place.namespace), place);
}

/** Sets all that the role may do there: the broker takes the list in place of the one it has. */
async function grant(admin: AdminClient, inputs: Properties, { secrets }: OperationContext): Promise<void> {
  const place = roleInPlace(inputs);
  const body = asSet(textsOf(inputs["actions"]));
  await admin.send({
    method: "POST",
    path: permissionPath(place),
    body,
    purpose: `grant the ${permissionText(place)}`,
  });
  await expectKept(`the ${permissionText(place)}`, async () =>
    differingFields(permissionFields, inputs, { actions: await readActions(admin, place) }, secrets),
  );
}

async function createPermission(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const place = roleInPlace(inputs);
  await seriallyInNamespace(admin, place.namespace, async () => {
    const found = await readActions(admin, place);
    if (found.length > 0) {
      const differing = differingFields(permissionFields, inputs, { actions: found }, context.secrets);
      const verdict = judgeExisting({ stamp: undefined, differing }, inputs, context.urn);
      refuseUnlessUsable(verdict, `The ${permissionText(place)}`, differing);
      if (differing.length === 0) return;
    }
    await grant(admin, inputs, context);
  });
}

async function revoke(place: RoleInPlace, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const purpose = `revoke the ${permissionText(place)}`;
  await seriallyInNamespace(admin, place.namespace, () =>
    unlessNotFound(admin.send({ method: "DELETE", path: permissionPath(place), purpose })),
  );
}

export const permission: PulsarResource = {
  type: "function-mesh:pulsar:Permission",
  check: (inputs, _old, secrets) => checkPermissionArgs(inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(permissionFields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("permission", permissionId(roleInPlace(inputs)), context);
  },
  async create(inputs, context) {
    const id = permissionId(roleInPlace(inputs));
    if (!context.preview) {
      await createPermission(inputs, context);
      claim("permission", id, context);
    }
    return { id, outputs: inputs };
  },
  async read(id, state, context) {
    const place = parsePermissionId(id);
    const found = await readActions(cancellable(context.admin, context.signal), place);
    if (found.length === 0) return undefined;
    const declared = isImport(state)
      ? checkPermissionArgs({ ...identityOf(place), actions: found }).inputs
      : state.inputs;
    const inputs = asDeclared(permissionFields, declared, { actions: found });
    return { id, inputs, outputs: inputs };
  },
  async update(_id, old, inputs, context) {
    const isAtBroker = diffFields(permissionFields, old.inputs, inputs).some(({ path }) => !(path in ownershipFields));
    if (!context.preview && isAtBroker) {
      const admin = cancellable(context.admin, context.signal);
      await seriallyInNamespace(admin, roleInPlace(inputs).namespace, () => grant(admin, inputs, context));
    }
    return inputs;
  },
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain") return;
    const place = parsePermissionId(id);
    if (leaveToAnother({ kind: "permission", id, what: `The ${permissionText(place)}` }, context)) return;
    await revoke(place, context);
  },
};
