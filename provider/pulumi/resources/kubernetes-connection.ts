import type {
  AppsV1Api,
  AutoscalingV2Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  Watch,
} from "@kubernetes/client-node" with {
  "resolution-mode": "import",
};

/** A Kubernetes cluster as the resources of this package reach it. */
export interface KubernetesConnection {
  readonly core: CoreV1Api;
  readonly apps: AppsV1Api;
  readonly autoscaling: AutoscalingV2Api;
  readonly custom: CustomObjectsApi;
  readonly watch: Watch;
  readonly server: string;
}

/** Connects by a kubeconfig's text. The client library is loaded on first use: it takes a third of a second. */
export async function connectKubernetes(
  kubeconfig: string,
  context: string | undefined,
): Promise<KubernetesConnection> {
  const library = await import("@kubernetes/client-node");
  const config: KubeConfig = new library.KubeConfig();
  try {
    config.loadFromString(kubeconfig);
  } catch {
    throw new KubeconfigError("the kubeconfig is not valid YAML of kind Config");
  }
  if (context !== undefined) {
    if (config.getContextObject(context) === null) {
      const known = config.getContexts().map((entry) => entry.name);
      throw new KubeconfigError(`the kubeconfig has no context "${context}"; it has ${known.join(", ") || "none"}`);
    }
    config.setCurrentContext(context);
  }
  const server = config.getCurrentCluster()?.server;
  if (server === undefined) throw new KubeconfigError("the kubeconfig names no current cluster");
  return {
    core: config.makeApiClient(library.CoreV1Api),
    apps: config.makeApiClient(library.AppsV1Api),
    autoscaling: config.makeApiClient(library.AutoscalingV2Api),
    custom: config.makeApiClient(library.CustomObjectsApi),
    watch: new library.Watch(config),
    server,
  };
}

/** The answer of a call, or an error that says which cluster did not answer. */
export async function withinSeconds<T>(seconds: number, server: string, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([call, limit]);
  } catch (error) {
    throw new KubernetesCallError(`${server}: ${reasonOf(error)}`, statusCodeOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The kubeconfig itself is wrong, whether the cluster answers or not. */
export class KubeconfigError extends Error {}

export class KubernetesCallError extends Error {
  constructor(
    message: string,
    /** HTTP status; undefined when the cluster was not reached. */
    readonly status: number | undefined,
  ) {
    super(message);
  }
}

const statusCodeOf = (error: unknown): number | undefined => {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "number" ? code : undefined;
};

/** The API server's own words, which say of a refusal who may not do what. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const body: unknown = Reflect.get(error, "body");
  const said = typeof body === "string" ? messageIn(body) : undefined;
  if (said !== undefined) return said;
  const [code = "", meaning = ""] = error.message.split("\n");
  // Of an answer 401 the client library hands over no body, but what it means.
  const [, named] = /^Message: (?!Unknown)(.+)/.exec(meaning) ?? [];
  return named === undefined ? code : `${code} ${named}`;
}

function messageIn(body: string): string | undefined {
  try {
    const status: unknown = JSON.parse(body);
    const message: unknown = typeof status === "object" && status !== null ? Reflect.get(status, "message") : undefined;
    return typeof message === "string" && message !== "" ? message.split("\n")[0] : undefined;
  } catch {
    return undefined;
  }
}
