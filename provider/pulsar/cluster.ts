import { type AdminClient, cancellable } from "./admin/client";
import { isAlreadyExists, unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { isPulsarName } from "../model/topic-name";
import {
  checkClusterArgs,
  clusterFields,
  registrationFields,
  secretsOf,
  wordsOnDeletion,
} from "./cluster/cluster-args";
import { deleteCluster } from "./cluster/cluster-deletion";
import { recordOf, requiredText, textsOf } from "./resource/decode";
import { asDeclared, diffFields, differingFields } from "./resource/diff";
import { listClusters } from "./lookup";
import { claim, leaveToAnother, judgeExisting, refuseUnlessUsable } from "./resource/ownership";
import { expectKept } from "./resource/read-back";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";

const names = Object.keys(registrationFields);
/** Where nothing is set the broker shows one of these. */
const isSet = (value: unknown): boolean =>
  value !== undefined && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0);

const pathOf = (cluster: string): string => adminPath("clusters", cluster);

/** All that the broker keeps of a cluster, also what is not known here. */
async function readCluster(admin: AdminClient, cluster: string): Promise<Properties | undefined> {
  const purpose = `read cluster ${cluster}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: pathOf(cluster), purpose }));
  return response === undefined ? undefined : recordOf(response.json());
}

/** What is known here of it, each with an entry. */
const actualFields = (body: Properties): Properties =>
  Object.fromEntries(names.map((name) => [name, body[name] ?? undefined]));

const declaredFields = (inputs: Properties): Properties =>
  Object.fromEntries(names.flatMap((name) => (inputs[name] === undefined ? [] : [[name, inputs[name]]])));

/** The broker takes any names here; those that mean nothing would be found when a client is to be sent there. */
async function refuseUnknownPeers(admin: AdminClient, inputs: Properties): Promise<void> {
  const peers = textsOf(inputs["peerClusterNames"]);
  if (peers.length === 0) return;
  const known = await listClusters(admin);
  const unknown = peers.filter((peer) => !known.includes(peer));
  if (unknown.length === 0) return;
  throw new Error(
    `peerClusterNames of cluster ${requiredText(inputs, "cluster")} names ${unknown.join(", ")}. Write only clusters that the broker knows: ${known.join(", ")}.`,
  );
}

/** Reads back what is declared, and that what was declared before is not there any more. */
async function expectRegistered(
  admin: AdminClient,
  { old, inputs }: { readonly old: Properties; readonly inputs: Properties },
  { secrets }: OperationContext,
): Promise<void> {
  const cluster = requiredText(inputs, "cluster");
  const dropped = names.filter((name) => old[name] !== undefined && inputs[name] === undefined);
  await expectKept(`cluster ${cluster}`, async () => {
    const body = await readCluster(admin, cluster);
    if (body === undefined) return ["itself (it is not there)"];
    const actual = actualFields(body);
    const stillSet = dropped.filter((name) => isSet(actual[name]));
    return [
      ...differingFields(clusterFields, inputs, actual, secretsOf(secrets)),
      ...stillSet.map((name) => `${name} (unset)`),
    ];
  });
}

/** A write replaces all of it, so that what is not declared is sent as it is, and what is declared no more is left out. */
async function writeCluster(old: Properties, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const cluster = requiredText(inputs, "cluster");
  await refuseUnknownPeers(admin, inputs);
  const current = (await readCluster(admin, cluster)) ?? {};
  const kept = Object.entries(current).filter(([name]) => !names.includes(name) || old[name] === undefined);
  const body = { ...Object.fromEntries(kept), ...declaredFields(inputs) };
  await admin.send({ method: "POST", path: pathOf(cluster), body, purpose: `update cluster ${cluster}` });
  await expectRegistered(admin, { old, inputs }, context);
}

/**
 * A shared registration that is there already is somebody else's. Which names there are everybody may ask; what they stand for, and to
 * make one, only a superuser.
 */
async function isThereAlready(inputs: Properties, context: OperationContext): Promise<boolean> {
  if (inputs["shared"] !== true) return false;
  const admin = cancellable(context.admin, context.signal);
  const cluster = requiredText(inputs, "cluster");
  if (!(await listClusters(admin)).includes(cluster)) return false;
  const actual = await readCluster(admin, cluster).catch(() => undefined);
  const differing =
    actual === undefined
      ? []
      : differingFields(clusterFields, inputs, actualFields(actual), secretsOf(context.secrets));
  const how = differing.length === 0 ? "" : `, with ${differing.join("; ")}`;
  context.log("info", `Cluster ${cluster} is registered already${how}. It is used as it is, and stays.`);
  return true;
}

async function createCluster(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const cluster = requiredText(inputs, "cluster");
  await refuseUnknownPeers(admin, inputs);
  try {
    const body = declaredFields(inputs);
    await admin.send({ method: "PUT", path: pathOf(cluster), body, purpose: `register cluster ${cluster}` });
    await expectRegistered(admin, { old: {}, inputs }, context);
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    const actual = actualFields((await readCluster(admin, cluster)) ?? {});
    const differing = differingFields(clusterFields, inputs, actual, secretsOf(context.secrets));
    // Without a mark, a create whose answer was lost is told apart only by what it would have made.
    const isOurs = error.mayHaveTakenEffect && differing.length === 0;
    const verdict = isOurs ? "ours" : judgeExisting({ stamp: undefined, differing }, inputs, context.urn);
    refuseUnlessUsable(verdict, `Cluster ${cluster}`, differing);
    if (differing.length > 0) await writeCluster({}, inputs, context);
  }
}

/** What an import declares: everything that is set. */
function imported(id: string, actual: Properties): Properties {
  const set = Object.entries(actual).filter(([, value]) => isSet(value));
  return checkClusterArgs({ cluster: id, ...Object.fromEntries(set) }).inputs;
}

const inTurn = <Result>(context: OperationContext, id: string, action: () => Promise<Result>): Promise<Result> =>
  context.admin.serially(`cluster ${id}`, action);

export const cluster: PulsarResource = {
  type: "function-mesh:pulsar:Cluster",
  check: (inputs, _old, secrets) => checkClusterArgs(inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(clusterFields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("cluster", requiredText(inputs, "cluster"), context);
  },
  async create(inputs, context) {
    const id = requiredText(inputs, "cluster");
    if (context.preview) return { id, outputs: inputs };
    const found = await isThereAlready(inputs, context);
    if (!found) await inTurn(context, id, () => createCluster(inputs, context));
    claim("cluster", id, context);
    return { id, outputs: found ? { ...inputs, found } : inputs };
  },
  async read(id, state, context) {
    if (!isPulsarName(id)) throw new Error(`${JSON.stringify(id)} is not the id of a cluster: write its name.`);
    const admin = cancellable(context.admin, context.signal);
    if (state.outputs["found"] === true) return (await listClusters(admin)).includes(id) ? { id, ...state } : undefined;
    const body = await readCluster(admin, id);
    if (body === undefined) return undefined;
    const actual = actualFields(body);
    const inputs = asDeclared(clusterFields, isImport(state) ? imported(id, actual) : state.inputs, actual);
    return { id, inputs, outputs: inputs };
  },
  async update(id, old, inputs, context) {
    const isAtBroker = diffFields(clusterFields, old.inputs, inputs).some(({ path }) => !(path in wordsOnDeletion));
    if (old.outputs["found"] === true) return { ...inputs, found: true };
    if (!context.preview && isAtBroker) await inTurn(context, id, () => writeCluster(old.inputs, inputs, context));
    return inputs;
  },
  async delete(id, state, context) {
    if (state.inputs["onDelete"] === "retain" || state.outputs["found"] === true) return;
    if (leaveToAnother({ kind: "cluster", id, what: `Cluster ${id}` }, context)) return;
    await deleteCluster(id, state.inputs, context);
  },
};
