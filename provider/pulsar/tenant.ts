import { type TenantSpec } from "../model/tenant";
import { isPulsarName } from "../model/topic-name";
import { type AdminClient, cancellable } from "./admin/client";
import { AdminError, isAlreadyExists, unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { checkFields } from "./resource/check";
import { recordOf, requiredText, textsOf } from "./resource/decode";
import { deleteWhenUnused, onceUpdated } from "./resource/deletion";
import { asDeclared, diffFields, differingFields } from "./resource/diff";
import { type Fields } from "./resource/field";
import { all, asSet, eachItem, matching, notEmpty, pulsarName } from "./resource/field-checks";
import { listClusters, localCluster } from "./lookup";
import { deleteNamespaceWithContents } from "./namespace/namespace-deletion";
import { isLeftToOthers } from "./resource/of-others";
import { claim, leaveToAnother, judgeExisting, type OwnershipArgs, refuseUnlessUsable } from "./resource/ownership";
import { type FoundClustersArgs, foundClustersFields, keepingFoundClusters } from "./resource/found-clusters";
import { ownershipFields } from "./resource/ownership-fields";
import { expectKept } from "./resource/read-back";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type Secrets,
} from "./resource/resource";

/**
 * A Pulsar tenant. Its id, and what an import takes, is the tenant's name.
 *
 * A tenant has no properties that could carry a mark, so a tenant that exists already is judged by its settings alone.
 */
export interface TenantArgs extends TenantSpec, OwnershipArgs, FoundClustersArgs {
  /**
   * Name of the tenant.
   * @example "retail"
   * @replace
   */
  readonly tenant: string;
}

const fields = {
  tenant: { required: true, replace: true, check: pulsarName },
  adminRoles: {
    check: eachItem(matching(/\S/, "is not a role: write a name, such as the subject of a token.")),
    normal: asSet,
  },
  allowedClusters: { check: all(notEmpty, eachItem(pulsarName)), normal: asSet },
  ...foundClustersFields,
  ...ownershipFields,
} as const satisfies Fields<TenantArgs>;

interface ActualTenant {
  readonly adminRoles: readonly string[];
  readonly allowedClusters: readonly string[];
}

const pathOf = (tenant: string): string => adminPath("tenants", tenant);

async function readTenant(admin: AdminClient, tenant: string): Promise<ActualTenant | undefined> {
  const purpose = `read tenant ${tenant}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: pathOf(tenant), purpose }));
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  return { adminRoles: textsOf(body["adminRoles"]), allowedClusters: textsOf(body["allowedClusters"]) };
}

/** What a write sends: it replaces the whole tenant, so what is not declared is sent as it is. */
async function wholeTenant(
  admin: AdminClient,
  inputs: Properties,
  current: Partial<ActualTenant>,
): Promise<ActualTenant> {
  const clusters = inputs["allowedClusters"] ?? current.allowedClusters ?? [await localCluster(admin)];
  return { adminRoles: textsOf(inputs["adminRoles"] ?? current.adminRoles), allowedClusters: textsOf(clusters) };
}

/** Writes and reads back. `dropped` are arguments that were declared until now and go back to their defaults. */
async function writeTenant(
  admin: AdminClient,
  inputs: Properties,
  dropped: ReadonlySet<string>,
  secrets: Secrets,
): Promise<void> {
  const tenant = requiredText(inputs, "tenant");
  await admin.serially(`tenant ${tenant}`, async () => {
    const actual = await readTenant(admin, tenant);
    const kept = Object.fromEntries(Object.entries(actual ?? {}).filter(([name]) => !dropped.has(name)));
    const body = await wholeTenant(admin, inputs, kept);
    const request = { method: "POST", path: pathOf(tenant), body, purpose: `update tenant ${tenant}` } as const;
    await admin.send(request).catch(async (error: unknown) => {
      throw await withKnownClusters(admin, error);
    });
    await expectTenant(admin, { tenant, ...body }, secrets);
  });
}

/** Reads back what was written. */
const expectTenant = (admin: AdminClient, written: ActualTenant & Pick<TenantArgs, "tenant">, secrets: Secrets) =>
  expectKept(`tenant ${written.tenant}`, async () => {
    const actual = await readTenant(admin, written.tenant);
    return actual === undefined
      ? ["itself (it is not there)"]
      : differingFields(fields, { ...written }, { ...actual }, secrets);
  });

async function createTenant(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const tenant = requiredText(inputs, "tenant");
  const body = await wholeTenant(admin, inputs, {});
  try {
    await admin.send({ method: "PUT", path: pathOf(tenant), body, purpose: `create tenant ${tenant}` });
    await expectTenant(admin, { tenant, ...body }, context.secrets);
  } catch (error) {
    if (!isAlreadyExists(error)) throw await withKnownClusters(admin, error);
    const differing = differingFields(fields, inputs, { ...(await readTenant(admin, tenant)) }, context.secrets);
    // Without a mark, a create whose answer was lost is told apart only by what it would have made.
    const isOurs = error.mayHaveTakenEffect && differing.length === 0;
    const verdict = isOurs ? "ours" : judgeExisting({ stamp: undefined, differing }, inputs, context.urn);
    refuseUnlessUsable(verdict, `Tenant ${tenant}`, differing);
    if (differing.length > 0) await writeTenant(admin, inputs, new Set(), context.secrets);
  }
}

/** The broker does not say which clusters it means; a key of the program taken for a cluster's name is the usual cause. */
async function withKnownClusters(admin: AdminClient, error: unknown): Promise<unknown> {
  if (!(error instanceof AdminError) || !/clusters? do(es)? not exist/i.test(error.reason)) return error;
  const known = await listClusters(admin).catch(() => []);
  const sentence = `${error.facts.sentence} allowedClusters has to name clusters of the broker. The broker knows: ${known.join(", ")}.`;
  return new AdminError({ ...error.facts, sentence });
}

async function deleteTenant(tenant: string, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const namespaces = async (): Promise<readonly string[]> => {
    const request = {
      method: "GET",
      path: adminPath("namespaces", tenant),
      purpose: `list the namespaces of tenant ${tenant}`,
    } as const;
    return textsOf((await unlessNotFound(admin.send(request)))?.json());
  };
  if (inputs["onDelete"] === "force") {
    for (const name of await namespaces()) await deleteNamespaceWithContents(name, inputs, context);
  }
  await deleteWhenUnused(
    {
      what: `Tenant ${tenant}`,
      attempt: () => admin.send({ method: "DELETE", path: pathOf(tenant), purpose: `delete tenant ${tenant}` }),
      users: namespaces,
      refusal: (names) => `Tenant ${tenant} is not deleted, since it still has namespaces: ${names}.`,
      help: `Delete them first, or set onDelete to "force" to delete it with all of them and their messages: ${onceUpdated}.`,
    },
    inputs,
    context,
  );
}

/** What an import declares: everything that is set, but not the one cluster that a tenant has anyway. */
async function imported(
  admin: AdminClient,
  id: string,
  { adminRoles, allowedClusters }: ActualTenant,
): Promise<Properties> {
  const [first] = allowedClusters;
  const isDefault = allowedClusters.length === 1 && first === (await localCluster(admin).catch(() => undefined));
  const roles = adminRoles.length === 0 ? {} : { adminRoles };
  return checkFields(fields, { tenant: id, ...roles, ...(isDefault ? {} : { allowedClusters }) }).inputs;
}

const wholly: PulsarResource = {
  type: "function-mesh:pulsar:Tenant",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("tenant", requiredText(inputs, "tenant"), context);
  },
  async create(inputs, context) {
    const id = requiredText(inputs, "tenant");
    if (!context.preview) {
      await createTenant(inputs, context);
      claim("tenant", id, context);
    }
    return { id, outputs: inputs };
  },
  async read(id, state, context) {
    if (!isPulsarName(id)) throw new Error(`${JSON.stringify(id)} is not the id of a tenant: write its name.`);
    const actual = await readTenant(cancellable(context.admin, context.signal), id);
    if (actual === undefined) return undefined;
    const declared = isImport(state) ? await imported(context.admin, id, actual) : state.inputs;
    const inputs = asDeclared(fields, declared, { ...actual });
    return { id, inputs, outputs: inputs };
  },
  async update(_id, old, inputs, context) {
    const dropped = new Set(
      Object.keys(fields).filter((name) => old.inputs[name] !== undefined && inputs[name] === undefined),
    );
    const changes = diffFields(fields, old.inputs, inputs).filter(({ path }) => !(path in ownershipFields));
    if (!context.preview && changes.length > 0)
      await writeTenant(cancellable(context.admin, context.signal), inputs, dropped, context.secrets);
    return inputs;
  },
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain") return;
    const claimed = { kind: "tenant", id, what: `Tenant ${id}` };
    if (leaveToAnother(claimed, context) || isLeftToOthers(claimed, context)) return;
    await deleteTenant(id, state.inputs, context);
  },
};

export const tenant = keepingFoundClusters(wholly, {
  fields: ["allowedClusters"],
  look: async (inputs, { admin, signal }) => {
    const actual = await readTenant(cancellable(admin, signal), requiredText(inputs, "tenant"));
    return actual === undefined ? undefined : { ...actual };
  },
});
