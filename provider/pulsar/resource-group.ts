import { isPathStep } from "../model/path-step";
import { type ResourceGroupSpec } from "../model/resource-group";
import { type AdminClient, cancellable } from "./admin/client";
import { AdminError, unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { checkFields } from "./resource/check";
import { recordOf, requiredText } from "./resource/decode";
import { deleteWhenUnused, onceUpdated } from "./resource/deletion";
import { asDeclared, diffFields, differingFields } from "./resource/diff";
import { everyNamespace, listTenants } from "./namespace/every-namespace";
import { type Field, type Fields } from "./resource/field";
import { type NamespaceName, seriallyInNamespace, writePolicy } from "./namespace/namespace-api";
import { claim, leaveToAnother, judgeExisting, type OwnershipArgs, refuseUnlessUsable } from "./resource/ownership";
import { urlLengthFault } from "../model/url-length-fault";
import { ownershipFields } from "./resource/ownership-fields";
import { encoded } from "./forms/policy-form";
import { expectKept } from "./resource/read-back";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type Secrets,
  type StoredState,
} from "./resource/resource";
import { groupRates, ratesOf } from "./resource-group/resource-group-rates";

/**
 * Limits that hold for several namespaces together: those that name the group in their `resourceGroup`. Its id, and what an import
 * takes, is the group's name. Only a superuser may make one.
 *
 * A group that namespaces still name is not deleted; the error says which. With `onDelete` `force` it is taken from them first.
 */
export interface ResourceGroupArgs extends ResourceGroupSpec, OwnershipArgs {
  /**
   * Name of the resource group.
   * @example "retail"
   * @replace
   */
  readonly resourceGroup: string;
}

const isGroupName = (value: unknown): boolean =>
  typeof value === "string" && /^[^\s,/\p{C}]+$/u.test(value) && !isPathStep(value);

const groupName: NonNullable<Field["check"]> = (value, path, show) => {
  const fault = !isGroupName(value)
    ? "is not a name of a resource group: write one without blanks, commas and slashes"
    : urlLengthFault(String(value));
  return fault === undefined ? [] : [{ property: path, reason: `${show(value)} ${fault}.` }];
};

const fields = {
  resourceGroup: { required: true, replace: true, check: groupName },
  ...groupRates,
  ...ownershipFields,
} as const satisfies Fields<ResourceGroupArgs>;

const pathOf = (name: string): string => adminPath("resourcegroups", name);

async function readRates(admin: AdminClient, name: string): Promise<Properties | undefined> {
  const purpose = `read resource group ${name}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: pathOf(name), purpose }));
  return response === undefined ? undefined : ratesOf(recordOf(response.json()));
}

/** Writes what is declared, and lifts what was till now: a write leaves the limits alone that it does not name. */
async function writeGroup(admin: AdminClient, old: Properties, inputs: Properties, secrets: Secrets): Promise<void> {
  const name = requiredText(inputs, "resourceGroup");
  const rows = Object.entries(groupRates).filter(([field]) => (inputs[field] ?? old[field]) !== undefined);
  const wanted = Object.fromEntries(rows.map(([field]) => [field, inputs[field] ?? {}]));
  const body = Object.fromEntries(
    rows.flatMap(([field, form]) => Object.entries(recordOf(encoded(form, wanted[field])))),
  );
  await admin.send({ method: "PUT", path: pathOf(name), body, purpose: `write resource group ${name}` });
  await expectKept(`resource group ${name}`, async () => {
    const actual = await readRates(admin, name);
    return actual === undefined ? ["itself (it is not there)"] : differingFields(fields, wanted, actual, secrets);
  });
}

async function createGroup(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = requiredText(inputs, "resourceGroup");
  await admin.serially(`resource group ${name}`, async () => {
    // To make one and to change one is the same call, so that only a look before it finds one that is there.
    const actual = await readRates(admin, name);
    if (actual !== undefined) {
      const differing = differingFields(fields, inputs, actual, context.secrets);
      const verdict = judgeExisting({ stamp: undefined, differing }, inputs, context.urn);
      refuseUnlessUsable(verdict, `Resource group ${name}`, differing);
      if (differing.length === 0) return;
    }
    await writeGroup(admin, {}, inputs, context.secrets);
  });
}

const namespacesWith = async (admin: AdminClient, group: string): Promise<readonly NamespaceName[]> =>
  (await everyNamespace(admin, await listTenants(admin)))
    .filter(({ body }) => body["resource_group_name"] === group)
    .map(({ name }) => name);

async function deleteGroup(group: string, { inputs }: StoredState, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  if (inputs["onDelete"] === "force") {
    for (const name of await namespacesWith(admin, group)) {
      await seriallyInNamespace(admin, name, () =>
        writePolicy(admin, name, { field: "resourceGroup", before: group, after: undefined }),
      );
    }
  }
  await deleteWhenUnused(
    {
      what: `Resource group ${group}`,
      attempt: () => deleteOrGone(admin, group),
      users: async () => (await namespacesWith(admin, group)).map(({ full }) => `namespace ${full}`),
      help: `Take the group from them first, or set onDelete to "force" to take it from all of them: ${onceUpdated}.`,
    },
    inputs,
    context,
  );
}

/** Of a group that is not there the broker answers 500. */
async function deleteOrGone(admin: AdminClient, group: string): Promise<void> {
  try {
    await admin.send({ method: "DELETE", path: pathOf(group), purpose: `delete resource group ${group}` });
  } catch (error) {
    const isDoubtful = error instanceof AdminError && error.status === 500;
    if (!isDoubtful || (await readRates(admin, group)) !== undefined) throw error;
  }
}

export const resourceGroup: PulsarResource = {
  type: "function-mesh:pulsar:ResourceGroup",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("resource group", requiredText(inputs, "resourceGroup"), context);
  },
  async create(inputs, context) {
    const id = requiredText(inputs, "resourceGroup");
    if (!context.preview) {
      await createGroup(inputs, context);
      claim("resource group", id, context);
    }
    return { id, outputs: inputs };
  },
  async read(id, state, context) {
    if (!isGroupName(id)) throw new Error(`${JSON.stringify(id)} is not the id of a resource group: write its name.`);
    const actual = await readRates(cancellable(context.admin, context.signal), id);
    if (actual === undefined) return undefined;
    const set = Object.entries(actual).filter(([, rate]) => Object.keys(recordOf(rate)).length > 0);
    const imported = { resourceGroup: id, ...Object.fromEntries(set) };
    const inputs = asDeclared(fields, isImport(state) ? checkFields(fields, imported).inputs : state.inputs, actual);
    return { id, inputs, outputs: inputs };
  },
  async update(id, old, inputs, context) {
    const isAtBroker = diffFields(fields, old.inputs, inputs).some(({ path }) => !(path in ownershipFields));
    if (!context.preview && isAtBroker) {
      const admin = cancellable(context.admin, context.signal);
      await admin.serially(`resource group ${id}`, () => writeGroup(admin, old.inputs, inputs, context.secrets));
    }
    return inputs;
  },
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain") return;
    if (leaveToAnother({ kind: "resource group", id, what: `Resource group ${id}` }, context)) return;
    await deleteGroup(id, state, context);
  },
};
