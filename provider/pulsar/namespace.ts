import { isDeepStrictEqual } from "node:util";
import { type AdminClient, cancellable } from "./admin/client";
import { isAlreadyExists } from "./admin/error";
import { checkFields } from "./resource/check";
import { requiredText, textRecordOf } from "./resource/decode";
import { asDeclared, diffFields, differingFields } from "./resource/diff";
import { asSet } from "./resource/field-checks";
import { listClusters, localCluster } from "./lookup";
import {
  mergeNamespaceProperties,
  removeNamespaceProperty,
  type NamespaceName,
  namespaceOf,
  namespacePath,
  seriallyInNamespace,
  writePolicy,
} from "./namespace/namespace-api";
import { checkNamespaceArgs, namespaceFields } from "./namespace/namespace-args";
import { creationBody, needsClusterName, policiesBesideBody } from "./namespace/namespace-body";
import { actualFields, changeNamespace, verifyNamespace } from "./namespace/namespace-change";
import { deleteEmptyNamespace, deleteNamespaceWithContents } from "./namespace/namespace-deletion";
import { namespacePolicies } from "./namespace/namespace-policies";
import { type ActualNamespace, readNamespace } from "./namespace/namespace-reading";
import { keepingFoundClusters } from "./resource/found-clusters";
import { previewForeignMark, warnOfForeignMark } from "./resource/foreign-mark";
import { isIncomplete, keptWhenMade } from "./resource/incomplete";
import { isLeftToOthers } from "./resource/of-others";
import {
  anothersText,
  claim,
  heirOf,
  isTakenOver,
  judgeExisting,
  refuseUnlessUsable,
  stampKey,
  stampOf,
} from "./resource/ownership";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type Secrets,
  type StoredState,
} from "./resource/resource";

const nameOf = (inputs: Properties): NamespaceName =>
  namespaceOf(`${requiredText(inputs, "tenant")}/${requiredText(inputs, "namespace")}`);

const outputsOf = (inputs: Properties, stamp: string): Properties => ({
  ...inputs,
  fullName: nameOf(inputs).full,
  stamp,
});

async function createNamespace(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = nameOf(inputs);
  const cluster = needsClusterName(inputs) ? await clusterOfRates(admin) : undefined;
  const body = creationBody(inputs, stampOf(context.urn), cluster);
  const verify = (): Promise<void> => verifyNamespace(admin, { name, old: {}, inputs, secrets: context.secrets });
  await seriallyInNamespace(admin, name, async () => {
    try {
      await admin.send({ method: "PUT", path: namespacePath(name), body, purpose: `create namespace ${name.full}` });
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
      await takeOver(admin, inputs, context);
      return verify();
    }
    return keptWhenMade({ id: name.full, outputs: outputsOf(inputs, stampOf(context.urn)) }, async () => {
      for (const field of policiesBesideBody(inputs, cluster))
        await writePolicy(admin, name, { field, after: inputs[field] });
      await verify();
    });
  });
}

const markNamespace = (admin: AdminClient, name: NamespaceName, stamp: string): Promise<void> =>
  seriallyInNamespace(admin, name, () => mergeNamespaceProperties(admin, name, { [stampKey]: stamp }));

const unmarkNamespace = (admin: AdminClient, name: NamespaceName): Promise<void> =>
  seriallyInNamespace(admin, name, () => removeNamespaceProperty(admin, name, stampKey));

/** The name under which the broker looks for its rates; `undefined` where only the broker itself knows, at each rate's own path. */
async function clusterOfRates(admin: AdminClient): Promise<string | undefined> {
  const clusters = (await listClusters(admin)).filter((name) => name !== "global");
  if (admin.clusterName === undefined) return clusters.length === 1 ? clusters[0] : undefined;
  if (clusters.includes(admin.clusterName)) return admin.clusterName;
  throw new Error(
    `clusterName is "${admin.clusterName}", and the broker knows only ${clusters.join(", ")}: state Pulsar's own name of the cluster.`,
  );
}

async function takeOver(admin: AdminClient, inputs: Properties, context: OperationContext): Promise<void> {
  const { urn, secrets } = context;
  const name = nameOf(inputs);
  const actual = await readNamespace(admin, name, inputs);
  if (actual === undefined) throw new Error(`Namespace ${name.full} existed a moment ago and is gone: run again.`);
  const differing = conflicts(inputs, actual, secrets);
  const verdict = judgeExisting({ stamp: actual.stamp, differing }, inputs, urn);
  refuseUnlessUsable(verdict, `Namespace ${name.full}`, differing);
  warnOfForeignMark({ what: `Namespace ${name.full}`, stamp: actual.stamp }, context);
  await changeNamespace(admin, { name, actual, old: {}, inputs }, { urn });
}

/** What stands against taking a namespace over. A property that is missing does not: adding it takes nothing from anybody. */
function conflicts(inputs: Properties, actual: ActualNamespace, secrets: Secrets): readonly string[] {
  const present = Object.entries(textRecordOf(inputs["properties"])).filter(([key]) => key in actual.properties);
  const properties = present.length === 0 ? undefined : Object.fromEntries(present);
  const declared = { ...inputs, properties };
  return differingFields(namespaceFields, declared, actualFields(actual, declared), secrets);
}

async function updateNamespace(old: StoredState, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = nameOf(inputs);
  await seriallyInNamespace(admin, name, async () => {
    const actual = await readNamespace(admin, name, { ...old.inputs, ...inputs });
    if (actual === undefined) throw new Error(`Namespace ${name.full} is gone: refresh, then it is made again.`);
    await changeNamespace(admin, { name, actual, old: old.inputs, inputs }, context);
    await verifyNamespace(admin, { name, old: old.inputs, inputs, secrets: context.secrets });
  });
}

/** What an import declares: everything that is set, but not what a namespace has anyway. */
async function imported(admin: AdminClient, id: string, actual: ActualNamespace): Promise<Properties> {
  const { tenant, pulsarNamespace } = namespaceOf(id);
  const set = Object.entries(actual.policies).filter(([field, value]) => !isInitial(field, value));
  const properties = Object.keys(actual.properties).length === 0 ? {} : { properties: actual.properties };
  const given = { tenant, namespace: pulsarNamespace, ...Object.fromEntries(set), ...properties };
  const { replicationClusters, allowedClusters, ...inputs } = checkFields(namespaceFields, given).inputs;
  const isLocal = isSameSet(replicationClusters, [await localCluster(admin).catch(() => undefined)]);
  return {
    ...inputs,
    ...(replicationClusters === undefined || isLocal ? {} : { replicationClusters }),
    ...(allowedClusters === undefined || isSameSet(allowedClusters, replicationClusters) ? {} : { allowedClusters }),
  };
}

const isInitial = (field: string, value: unknown): boolean =>
  Object.entries(namespacePolicies).some(([known, { initial }]) => known === field && value === initial);

const isSameSet = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asSet(one), asSet(other));

/** Arguments that stand at the broker. */
const isAtBroker = (path: string): boolean =>
  /^\w+/.exec(path)?.some((field) => field in namespacePolicies || field === "properties") === true;

function previewNamespaceMark(inputs: Properties, context: OperationContext): Promise<void> {
  const name = nameOf(inputs);
  return previewForeignMark(inputs, context, {
    what: `Namespace ${name.full}`,
    stamp: async (admin) => (await readNamespace(admin, name))?.stamp,
  });
}

const wholly: PulsarResource = {
  type: "function-mesh:pulsar:Namespace",
  check: checkNamespaceArgs,
  diff: (oldInputs, newInputs) => ({ changes: diffFields(namespaceFields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("namespace", nameOf(inputs).full, context);
  },
  async create(inputs, context) {
    if (context.preview) await previewNamespaceMark(inputs, context);
    else {
      await createNamespace(inputs, context);
      claim("namespace", nameOf(inputs).full, context);
    }
    return { id: nameOf(inputs).full, outputs: outputsOf(inputs, stampOf(context.urn)) };
  },
  async read(id, state, context) {
    const admin = cancellable(context.admin, context.signal);
    const actual = await readNamespace(admin, namespaceOf(id), isImport(state) ? "readable" : state.inputs);
    if (actual === undefined) return undefined;
    const declared = isImport(state) ? await imported(admin, id, actual) : state.inputs;
    const inputs = asDeclared(namespaceFields, declared, actualFields(actual, declared));
    const stamp = state.outputs["stamp"] ?? actual.stamp ?? stampOf(context.urn);
    return { id, inputs, outputs: outputsOf(inputs, String(stamp)) };
  },
  async update(_id, old, inputs, context) {
    const changes = diffFields(namespaceFields, old.inputs, inputs);
    const needsBroker = isIncomplete(old) || changes.some(({ path }) => isAtBroker(path));
    if (!context.preview && needsBroker) await updateNamespace(old, inputs, context);
    return outputsOf(inputs, needsBroker ? stampOf(context.urn) : String(old.outputs["stamp"] ?? stampOf(context.urn)));
  },
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain") return;
    const admin = cancellable(context.admin, context.signal);
    const claimed = { kind: "namespace", id, what: `Namespace ${id}` };
    const heir = heirOf(claimed, context);
    if (heir !== undefined) return markNamespace(admin, namespaceOf(id), stampOf(heir));
    const isLeft = isLeftToOthers(claimed, context);
    const actual = await readNamespace(admin, namespaceOf(id));
    if (actual === undefined) return;
    if (isTakenOver(actual.stamp, state.outputs, context.urn)) {
      context.log("info", anothersText(claimed.what));
      return;
    }
    if (isLeft) return unmarkNamespace(admin, namespaceOf(id));
    await (state.inputs["onDelete"] === "force" ? deleteNamespaceWithContents : deleteEmptyNamespace)(
      id,
      state.inputs,
      context,
    );
  },
};

export const namespace = keepingFoundClusters(wholly, {
  fields: ["replicationClusters"],
  look: (inputs, { admin, signal }) =>
    readNamespace(cancellable(admin, signal), nameOf(inputs)).then(
      (actual) => actual && { replicationClusters: actual.replicationClusters },
    ),
});
