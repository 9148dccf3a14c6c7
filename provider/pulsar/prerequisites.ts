import { type OthersSpec, type PrerequisiteSpec } from "../model/prerequisite";
import { problemText } from "../model/problem";
import { type AdminClient, cancellable } from "./admin/client";
import { AdminError, unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { listOf, recordOf, requiredText, textsOf } from "./resource/decode";
import { askedAtPreview } from "./resource/preview-question";
import { noteOfOthers, type ObjectOfOthers } from "./resource/of-others";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";

/**
 * Makes sure, before anything is made, that the tenants and namespaces of others are there which a mesh uses in a Pulsar cluster,
 * and that what crosses between clusters is replicated there.
 */
export interface PrerequisitesArgs {
  /** Key of the Pulsar cluster in `pulsar`, for messages. */
  readonly cluster: string;
  readonly needs: readonly PrerequisiteSpec[];
  /**
   * What else is said to be others': it is not looked up, and never deleted by whoever owned it until then.
   * @default none
   */
  readonly others?: readonly OthersSpec[];
  /**
   * True where resources before the mesh may make what is missing: a preview then tells it and goes on.
   * @default false
   */
  readonly mayComeLater?: boolean;
}

interface Need {
  readonly kind: "tenant" | "namespace";
  readonly name: string;
  readonly path: string;
  readonly clusters: readonly string[];
}

function needOf(value: unknown): Need {
  const given = recordOf(value);
  return {
    kind: given["kind"] === "tenant" ? "tenant" : "namespace",
    name: requiredText(given, "name"),
    path: requiredText(given, "path"),
    clusters: textsOf(given["clusters"]),
  };
}

/** What the broker says of the clusters of each kind, and what an administrator types to change it. */
const kinds = {
  tenant: {
    collection: "tenants",
    field: "allowedClusters",
    code: "FM021",
    lacking: "does not allow",
    command: (name: string, clusters: string) => `pulsar-admin tenants update ${name} --allowed-clusters ${clusters}`,
  },
  namespace: {
    collection: "namespaces",
    field: "replication_clusters",
    code: "FM020",
    lacking: "is not replicated to",
    command: (name: string, clusters: string) => `pulsar-admin namespaces set-clusters ${name} --clusters ${clusters}`,
  },
} as const;

/** The sentence for what is missing; undefined where nothing is, or where the broker does not tell us. */
async function missing(admin: AdminClient, cluster: string, need: Need): Promise<string | undefined> {
  const { kind, name, path, clusters } = need;
  const { collection, field, code, lacking, command } = kinds[kind];
  const purpose = `look up ${kind} ${name}`;
  const request = { method: "GET", path: adminPath(collection, ...name.split("/")), purpose } as const;
  const response = await unlessNotFound(admin.send(request));
  if (response === undefined) {
    const message = `there is no ${kind} ${name} in Pulsar cluster "${cluster}"`;
    const help = `create it (with \`dependsOn\` in the mesh's options, where the same program does), or state it in \`${collection}\``;
    return problemText({ code: "FM002", path, message, help });
  }
  const actual = textsOf(recordOf(response.json())[field]);
  const lacks = clusters.filter((each) => !actual.includes(each));
  if (lacks.length === 0) return undefined;
  const all = [...new Set([...actual, ...lacks])].sort().join(",");
  const message = `${kind} ${name} of Pulsar cluster "${cluster}" ${lacking} ${lacks.map((each) => `"${each}"`).join(", ")}`;
  return problemText({ code, path, message, help: `have its administrator run: ${command(name, all)}` });
}

/** A preview must not wait long for a broker that is away. */
const previewMs = 5000;

interface AnsweredNeed {
  /** As the arguments state it. */
  readonly value: unknown;
  /** The sentence for what is missing. */
  readonly lack: string | undefined;
}

/** At preview a broker that cannot be asked yet is asked at the update. */
async function answers(inputs: Properties, context: OperationContext): Promise<readonly AnsweredNeed[]> {
  const { signal } = context;
  const limited = context.preview ? AbortSignal.any([signal, AbortSignal.timeout(previewMs)]) : signal;
  const admin = cancellable(context.admin, limited);
  const cluster = requiredText(inputs, "cluster");
  const asked = listOf(inputs["needs"]).map(async (value) => {
    const need = needOf(value);
    const lack = await missing(admin, cluster, need).catch((error: unknown) => untold(error, need, context));
    return { value, lack };
  });
  return Promise.all(asked);
}

async function makeSure(inputs: Properties, context: OperationContext): Promise<void> {
  const found = (await answers(inputs, context)).map(({ lack }) => lack).filter((sentence) => sentence !== undefined);
  if (found.length === 0) return;
  if (!context.preview || inputs["mayComeLater"] !== true) throw new Error(found.join("\n"));
  context.log("info", `Not there yet, which is right where this program makes it: ${found.join("\n")}`);
}

function untold(error: unknown, { kind, name }: Need, { preview, log }: OperationContext): undefined {
  const isForbidden = error instanceof AdminError && (error.status === 401 || error.status === 403);
  if (isForbidden) log("info", `Whether ${kind} ${name} is there is not known: the credential may not ask.`);
  else if (!preview) throw error;
  return undefined;
}

/** What the brokers are asked by. Which argument names a need first is for messages alone. */
const asked: readonly (readonly [string, (inputs: Properties) => unknown])[] = [
  ["cluster", ({ cluster }) => cluster],
  ["mayComeLater", ({ mayComeLater }) => mayComeLater],
  ["needs", ({ needs }) => listOf(needs).map((need) => ({ ...recordOf(need), path: undefined }))],
];

/** What is others' with something that is: the tenant of a namespace, and the schema of a topic. */
function objectsOf(value: unknown): readonly ObjectOfOthers[] {
  const given = recordOf(value);
  const [kind, id] = [requiredText(given, "kind"), requiredText(given, "name")];
  const also = {
    namespace: [{ kind: "tenant", id: id.split("/")[0] ?? "" }],
    topic: [{ kind: "schema", id }],
  }[kind];
  return [{ kind, id }, ...(also ?? [])];
}

function noteAll(inputs: Properties, context: OperationContext): void {
  for (const object of [...listOf(inputs["needs"]), ...listOf(inputs["others"])].flatMap(objectsOf))
    noteOfOthers(object, context);
}

export const prerequisites: PulsarResource = {
  type: "function-mesh:index:Prerequisites",
  check: (inputs) => ({ inputs, failures: [] }),
  diff: (old, news) => ({
    changes: asked
      .filter(([, of]) => JSON.stringify(of(old)) !== JSON.stringify(of(news)))
      .map(([path]) => ({ path, kind: "update", replace: false })),
  }),
  registered: noteAll,
  async create(inputs, context) {
    noteAll(inputs, context);
    await makeSure(inputs, context);
    return { id: requiredText(inputs, "cluster"), outputs: inputs };
  },
  // The update that this asks for says what is missing.
  async outdated(inputs, context) {
    const cluster = requiredText(inputs, "cluster");
    const asked = listOf(inputs["needs"]).map((value) =>
      askedAtPreview(context, (admin) => missing(admin, cluster, needOf(value))),
    );
    const found = await Promise.all(asked);
    return found.some((lack) => lack !== undefined) ? [{ path: "needs", kind: "update", replace: false }] : [];
  },
  async read(id, state, context) {
    if (isImport(state)) throw new Error(`${id}: what a mesh needs is not imported: leave the import out.`);
    const found = await answers(state.inputs, context);
    const needs = found.filter(({ lack }) => lack === undefined).map(({ value }) => value);
    if (needs.length === found.length) return { id, ...state };
    return { id, inputs: { ...state.inputs, needs }, outputs: { ...state.outputs, needs } };
  },
  async update(_id, _old, inputs, context) {
    await makeSure(inputs, context);
    return inputs;
  },
  delete: async () => undefined,
};
