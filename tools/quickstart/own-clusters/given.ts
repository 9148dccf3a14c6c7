import { isAbsolute, resolve } from "node:path";
import { runtimeDefaults } from "../../../provider/model/runtime-defaults";
import { hostsOf } from "../../../provider/pulsar/admin/hosts";

/** The options about clusters, as they are written. */
export interface Given {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace?: string;
  readonly pulsarAdminUrl?: string;
  readonly pulsarServiceUrl?: string;
  readonly pulsarCluster?: string;
  readonly tenant?: string;
  readonly imageJava?: string;
  readonly imagePython?: string;
}

/** The clusters of whoever runs the quickstart, and what it makes there. */
export interface OwnClusters {
  /** Absolute path of the file. */
  readonly kubeconfig: string;
  readonly context?: string;
  readonly kubernetesNamespace: string;
  readonly adminUrl: string;
  readonly serviceUrl: string;
  readonly clusterName?: string;
  readonly tenant: string;
  readonly images: { readonly java: string; readonly python: string };
}

export const defaults = { namespace: "quickstart", tenant: "quickstart" } as const;

type Check = (value: string) => string | undefined;

const isName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** A service URL whose host means the pod itself, wherever the broker is. */
const isLocal = /:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|\/|,|$)/;

const checks: Readonly<Partial<Record<keyof Given, Check>>> = {
  namespace: (value) => (isName.test(value) ? undefined : "is no name of a Kubernetes namespace; write quickstart-2"),
  tenant: (value) => (/^[\w=:.-]+$/.test(value) ? undefined : "is no name of a tenant; write quickstart-2"),
  pulsarAdminUrl: (value) =>
    isAdminUrl(value) ? undefined : "is not the URL of an admin REST API; write http://broker.example.org:8080",
  pulsarServiceUrl: (value) => {
    if (!/^pulsar(\+ssl)?:\/\/[^/@\s]+\/?$/.test(value)) {
      return "is not the URL of brokers; write pulsar://broker.example.org:6650";
    }
    return isLocal.test(value) ? "means the pod itself to a pod; write the address at which pods reach it" : undefined;
  },
};

const required = ["kubeconfig", "pulsarAdminUrl", "pulsarServiceUrl"] as const satisfies readonly (keyof Given)[];

/** The clusters, or everything that is wrong with what was given. */
export function clustersOf(
  given: Given,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly clusters?: OwnClusters; readonly problems: readonly string[] } {
  const { kubeconfig, pulsarAdminUrl, pulsarServiceUrl } = given;
  const problems = [...fields.flatMap((field) => wrong(field, given)), ...missing(given)];
  if (kubeconfig === undefined || pulsarAdminUrl === undefined || pulsarServiceUrl === undefined) return { problems };
  if (problems.length > 0) return { problems };
  const clusters = {
    kubeconfig: pathOf(kubeconfig, environment),
    ...(given.context === undefined ? {} : { context: given.context }),
    kubernetesNamespace: given.namespace ?? defaults.namespace,
    adminUrl: pulsarAdminUrl,
    serviceUrl: pulsarServiceUrl,
    ...(given.pulsarCluster === undefined ? {} : { clusterName: given.pulsarCluster }),
    tenant: given.tenant ?? defaults.tenant,
    images: {
      java: given.imageJava ?? runtimeDefaults.java.image,
      python: given.imagePython ?? runtimeDefaults.python.image,
    },
  };
  return { clusters, problems };
}

function missing(given: Given): readonly string[] {
  const absent = required.filter((field) => given[field] === undefined).map(optionOf);
  if (absent.length === 0) return [];
  const all = "--kubeconfig, --pulsar-admin-url and --pulsar-service-url";
  return [`${absent.join(" and ")} ${absent.length === 1 ? "is" : "are"} missing; clusters of your own need ${all}.`];
}

function wrong(field: keyof Given, given: Given): readonly string[] {
  const value = given[field];
  if (value === undefined) return [];
  const option = optionOf(field);
  if (value === "") return [`${option} is empty; write its value after it.`];
  if (value.startsWith("--")) return [`${option} has no value; ${shown(value)} follows it.`];
  const fault = checks[field]?.(value);
  return fault === undefined ? [] : [`${option} ${shown(value)} ${fault}.`];
}

const optionNames: Readonly<Record<keyof Given, string>> = {
  kubeconfig: "--kubeconfig",
  context: "--context",
  namespace: "--namespace",
  pulsarAdminUrl: "--pulsar-admin-url",
  pulsarServiceUrl: "--pulsar-service-url",
  pulsarCluster: "--pulsar-cluster",
  tenant: "--tenant",
  imageJava: "--image-java",
  imagePython: "--image-python",
};

const isField = (name: string): name is keyof Given => Object.hasOwn(optionNames, name);

const fields: readonly (keyof Given)[] = Object.keys(optionNames).filter(isField);

const optionOf = (field: keyof Given): string => optionNames[field];

/** A URL may hold a password. */
const shown = (value: string): string => JSON.stringify(value.replace(/\/\/[^/@]*@/, "//"));

function isAdminUrl(value: string): boolean {
  try {
    return hostsOf(value).length > 0;
  } catch {
    return false;
  }
}

/** npm runs scripts in the folder of the checkout, and tells where it was called. */
function pathOf(path: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (isAbsolute(path) || path.startsWith("~/")) return path;
  return resolve(environment["INIT_CWD"] ?? process.cwd(), path);
}
