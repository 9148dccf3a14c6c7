import { type NamespaceSpec } from "../model/namespace";
import { type AdminClient, cancellable } from "./admin/client";
import { isAlreadyExists } from "./admin/error";
import { checkFields } from "./check";
import { requiredText } from "./decode";
import { asDeclared, diffFields, differingFields } from "./diff";
import { type Fields } from "./field";
import { pulsarName } from "./field-checks";
import { localCluster } from "./lookup";
import {
  creationBody,
  type NamespaceName,
  namespaceOf,
  namespacePath,
  readNamespace,
  seriallyInNamespace,
  writeNamespaceStamp,
  writePolicy,
} from "./namespace-api";
import { deleteEmptyNamespace, deleteNamespaceWithContents } from "./namespace-deletion";
import { namespacePolicies } from "./namespace-policies";
import {
  isTakenOver,
  judgeExisting,
  type OwnershipArgs,
  refuseUnlessUsable,
  type StampedOutputs,
  stampOf,
} from "./ownership";
import { ownershipFields } from "./ownership-fields";
import { expectKept } from "./read-back";
import {
  type OperationContext,
  type Properties,
  type PulsarResource,
  type Secrets,
  type StoredState,
} from "./resource";

/** A Pulsar namespace and its policies. Its id, and what an import takes, is `tenant/namespace`. */
export interface NamespaceArgs extends NamespaceSpec, OwnershipArgs {
  /**
   * Name of the tenant, which has to exist.
   * @example "retail"
   * @replace
   */
  readonly tenant: string;
  /**
   * Name of the namespace, without its tenant.
   * @example "orders"
   * @replace
   */
  readonly namespace: string;
}

/** What a namespace gives back besides its arguments. */
export interface NamespaceOutputs extends StampedOutputs {
  /** The full name: `tenant/namespace`. */
  readonly fullName: string;
}

const fields = {
  tenant: { required: true, replace: true, check: pulsarName },
  namespace: { required: true, replace: true, check: pulsarName },
  ...namespacePolicies,
  ...ownershipFields,
} as const satisfies Fields<NamespaceArgs>;

const nameOf = (inputs: Properties): NamespaceName =>
  namespaceOf(`${requiredText(inputs, "tenant")}/${requiredText(inputs, "namespace")}`);

const outputsOf = (inputs: Properties, stamp: string): Properties => ({
  ...inputs,
  fullName: nameOf(inputs).full,
  stamp,
});

const isPolicy = (field: string): boolean => field in namespacePolicies;

async function createNamespace(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = nameOf(inputs);
  const body = creationBody(inputs, stampOf(context.urn));
  await seriallyInNamespace(admin, name, async () => {
    try {
      await admin.send({ method: "PUT", path: namespacePath(name), body, purpose: `create namespace ${name.full}` });
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
      await takeOver(admin, inputs, context);
    }
    await verify(admin, inputs, [], context.secrets);
  });
}

async function takeOver(
  admin: AdminClient,
  inputs: Properties,
  { urn, secrets }: Pick<OperationContext, "urn" | "secrets">,
): Promise<void> {
  const name = nameOf(inputs);
  const actual = await readNamespace(admin, name);
  const differing = differingFields(fields, inputs, actual?.policies ?? {}, secrets);
  const verdict = judgeExisting({ stamp: actual?.stamp, differing }, inputs, urn);
  refuseUnlessUsable(verdict, `Namespace ${name.full}`, differing);
  if (actual?.stamp !== stampOf(urn)) await writeNamespaceStamp(admin, name, stampOf(urn));
  await writeChangedPolicies(admin, inputs, actual?.policies ?? {});
}

/** Sets what is declared and different; leaves alone what is not declared. */
async function writeChangedPolicies(admin: AdminClient, inputs: Properties, actual: Properties): Promise<void> {
  const changed = new Set(
    diffFields(namespacePolicies, actual, inputs).map(({ path }) => path.split(/[.[]/)[0] ?? path),
  );
  for (const field of Object.keys(namespacePolicies)) {
    if (changed.has(field) && inputs[field] !== undefined)
      await writePolicy(admin, nameOf(inputs), [field, inputs[field]]);
  }
}

/** Reads back what was declared, and that what was dropped is unset. */
async function verify(
  admin: AdminClient,
  inputs: Properties,
  dropped: readonly string[],
  secrets: Secrets,
): Promise<void> {
  const name = nameOf(inputs);
  await expectKept(`namespace ${name.full}`, async () => {
    const actual = await readNamespace(admin, name);
    if (actual === undefined) return ["itself (it is not there)"];
    const stillSet = Object.entries(namespacePolicies)
      .filter(
        ([field, { unset }]) => dropped.includes(field) && unset === "delete" && actual.policies[field] !== undefined,
      )
      .map(([field]) => `${field} (unset)`);
    return [...differingFields(fields, inputs, actual.policies, secrets), ...stillSet];
  });
}

async function updateNamespace(old: StoredState, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = nameOf(inputs);
  const dropped = Object.keys(namespacePolicies).filter(
    (field) => old.inputs[field] !== undefined && inputs[field] === undefined,
  );
  await seriallyInNamespace(admin, name, async () => {
    const actual = await readNamespace(admin, name);
    if (actual === undefined) throw new Error(`Namespace ${name.full} is gone: refresh, then it is made again.`);
    for (const field of dropped) await writePolicy(admin, name, [field, undefined]);
    await writeChangedPolicies(admin, inputs, actual.policies);
    if (actual.stamp !== stampOf(context.urn)) await writeNamespaceStamp(admin, name, stampOf(context.urn));
    await verify(admin, inputs, dropped, context.secrets);
  });
}

/** What an import declares: everything that is set, but not the one cluster that a namespace has anyway. */
async function imported(admin: AdminClient, id: string, policies: Properties): Promise<Properties> {
  const { tenant, pulsarNamespace } = namespaceOf(id);
  const { inputs } = checkFields(fields, { tenant, namespace: pulsarNamespace, ...policies });
  const clusters = inputs["replicationClusters"];
  const isDefault =
    Array.isArray(clusters) &&
    clusters.length === 1 &&
    clusters[0] === (await localCluster(admin).catch(() => undefined));
  return isDefault
    ? Object.fromEntries(Object.entries(inputs).filter(([field]) => field !== "replicationClusters"))
    : inputs;
}

export const namespace: PulsarResource = {
  type: "function-mesh:pulsar:Namespace",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  async create(inputs, context) {
    if (!context.preview) await createNamespace(inputs, context);
    return { id: nameOf(inputs).full, outputs: outputsOf(inputs, stampOf(context.urn)) };
  },
  async read(id, state, context) {
    const admin = cancellable(context.admin, context.signal);
    const actual = await readNamespace(admin, namespaceOf(id));
    if (actual === undefined) return undefined;
    const isImport = Object.keys(state.inputs).length === 0;
    const declared = isImport ? await imported(admin, id, actual.policies) : state.inputs;
    const inputs = asDeclared(fields, declared, actual.policies);
    const stamp = state.outputs["stamp"] ?? actual.stamp ?? stampOf(context.urn);
    return { id, inputs, outputs: outputsOf(inputs, String(stamp)) };
  },
  async update(_id, old, inputs, context) {
    const needsBroker = diffFields(fields, old.inputs, inputs).some(({ path }) =>
      isPolicy(path.split(/[.[]/)[0] ?? path),
    );
    if (!context.preview && needsBroker) await updateNamespace(old, inputs, context);
    return outputsOf(inputs, needsBroker ? stampOf(context.urn) : String(old.outputs["stamp"] ?? stampOf(context.urn)));
  },
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain") return;
    const admin = cancellable(context.admin, context.signal);
    const actual = await readNamespace(admin, namespaceOf(id));
    if (actual === undefined) return;
    if (isTakenOver(actual.stamp, state.outputs, context.urn)) {
      context.log("info", `Namespace ${id} belongs to another resource now and is left.`);
      return;
    }
    await (state.inputs["onDelete"] === "force" ? deleteNamespaceWithContents : deleteEmptyNamespace)(
      id,
      state.inputs,
      context,
    );
  },
};
