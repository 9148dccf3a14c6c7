import { grouped } from "../grouped";
import type { KubernetesClusterSpec } from "../kubernetes-cluster";
import type { ManifestOrigin } from "../manifest-origin";
import type { MeshSpec } from "../mesh";
import { childName } from "../names";
import type { MeshPlan } from "../plan";
import { planMeshOfManifests } from "../plan-mesh";
import type { Problem } from "../problem";
import type { PulsarClusterSpec } from "../pulsar-cluster";
import { byText } from "../sorted-entries";
import { placeholder } from "../unknown";
import { checkNames } from "./check-names";
import type { Component } from "./component";
import { backendDefaults } from "./convert/backends";
import { convertFunction, convertSink, convertSource } from "./convert/kinds";
import { convertOrigin } from "./convert/origin";
import { idleBackends } from "./idle-backends";
import { managedComponents } from "./managed-components";
import { type ManifestProblem, manifestProblem } from "./manifest-problem";
import { problemsOfManifests } from "./plan-problems";
import { type ReadBackend, readBackend } from "./read-backends";
import { readComponent, readMesh } from "./read-components";
import { type OperatorDocument, readDocuments } from "./read-documents";
import { operatorRules } from "./rules";
import { type SubscriptionCleanup, subscriptionCleanup } from "./subscription-cleanup";
import { unsaid } from "./unsaid";

/** What manifests are planned with, beside themselves. */
export interface ManifestOptions {
  /** Beginning of the Pulumi names of everything. */
  readonly name?: string;
  /** Kubernetes namespace of documents that name none. */
  readonly namespace?: string;
  /** The Kubernetes cluster that they are for; its `namespace` gives way to the documents' own. */
  readonly kubernetes?: { readonly key: string; readonly spec: KubernetesClusterSpec };
  /** Pulsar clusters by key. */
  readonly pulsar?: Readonly<Record<string, PulsarClusterSpec>>;
  /** Keys of `pulsar` by the name of the ConfigMap that manifests call the cluster by. */
  readonly pulsarConfigs?: Readonly<Record<string, string>>;
  /** Key of `pulsar` that any other ConfigMap means; where it is left out, such a ConfigMap is a cluster of its own. */
  readonly otherPulsar?: string;
}

export interface PlannedManifests {
  /** One per Kubernetes namespace with components, in the order of their names. */
  readonly plans: readonly MeshPlan[];
  /** Everything wrong with the manifests. With an error among them, nothing else is to be used. */
  readonly problems: readonly ManifestProblem[];
  readonly cleanups: readonly SubscriptionCleanup[];
}

/** The same, and what the manifests say of each component. */
export interface PlannedComponents extends PlannedManifests {
  readonly components: readonly Component[];
}

interface ReadManifests {
  readonly components: readonly Component[];
  readonly backends: readonly ReadBackend[];
  readonly problems: readonly ManifestProblem[];
}

/** Plans the components of operator manifests, so that they are checked and rendered as any other member. */
export function planManifests(documents: readonly unknown[], options: ManifestOptions = {}): PlannedComponents {
  const manifests = readManifests(documents, options.namespace ?? "default");
  const { components, problems: badNames } = checkNames(manifests.components);
  const namespaces = byNamespace(components);
  const planned = namespaces.map(([namespace, those]) =>
    planNamespace(those, backendDefaults(manifests.backends, namespace), options),
  );
  const form = [...manifests.problems, ...badNames];
  const formal = [...form, ...unsaid(form, components.flatMap(ownProblems))];
  const found = planned.flatMap(({ plan, problems }, index) => {
    const scope = { components, backends: manifests.backends, kubernetesNamespace: namespaces[index]?.[0] ?? "" };
    return problemsOfManifests({ plan, problems }, scope, formal);
  });
  return {
    plans: planned.map(({ plan }) => plan),
    components,
    problems: [...formal, ...found],
    cleanups: components.flatMap((component) => subscriptionCleanup(component) ?? []),
  };
}

/** The components of each Kubernetes namespace, in the order of their names. */
function byNamespace(components: readonly Component[]): readonly (readonly [string, readonly Component[]])[] {
  const groups = grouped(components.map((component) => [component.kubernetesNamespace, component]));
  return [...groups].sort(([left], [right]) => byText(left, right));
}

function readManifests(values: readonly unknown[], defaultNamespace: string): ReadManifests {
  const { documents, problems } = readDocuments(values);
  const read = documents.map((document) => readManifest(document, defaultNamespace));
  const { components, problems: unmanaged } = managedComponents(read.flatMap((each) => each.components ?? []));
  const backends = read.flatMap((each) => each.backends ?? []);
  const found = read.flatMap((each) => each.problems);
  return {
    components,
    backends,
    problems: [...problems, ...found, ...unmanaged, ...idleBackends(backends, components)],
  };
}

function readManifest(
  document: OperatorDocument,
  defaultNamespace: string,
): Partial<ReadManifests> & Pick<ReadManifests, "problems"> {
  const { kind } = document;
  switch (kind) {
    case "BackendConfig":
      return readBackend(document, defaultNamespace);
    case "FunctionMesh":
      return readMesh(document, defaultNamespace);
    default:
      return readComponent({ ...document, kind }, defaultNamespace);
  }
}

const ownProblems = (component: Component): readonly ManifestProblem[] =>
  operatorRules.flatMap((rule) =>
    rule
      .check(component)
      .map((finding) => manifestProblem(rule, finding, { document: component.document, component: component.key })),
  );

interface Planned {
  readonly plan: MeshPlan;
  readonly problems: readonly Problem[];
}

function planNamespace(
  components: readonly Component[],
  defaults: NonNullable<MeshSpec["defaults"]>,
  options: ManifestOptions,
): Planned {
  const namespace = components[0]?.kubernetesNamespace ?? "";
  const { key, spec: cluster } = options.kubernetes ?? { key: namespace, spec: {} };
  const isHome = namespace === (options.namespace ?? "default");
  const name = options.name === undefined ? namespace : childName(options.name, isHome ? "" : namespace);
  const ofKind = <Kind extends Component["kind"]>(kind: Kind): readonly OfKind<Kind>[] =>
    components.filter((component): component is OfKind<Kind> => component.kind === kind);
  const clusterOf = (component: Component): string => pulsarKey(component, options);
  const spec: MeshSpec = {
    pulsar: pulsarClusters(components, options),
    kubernetes: { [key]: { ...cluster, namespace } },
    defaults,
    // The spreads stand last, as in plan-members.ts.
    functions: keyed(ofKind("function"), (each) => ({ pulsarCluster: clusterOf(each), ...convertFunction(each) })),
    sources: keyed(ofKind("source"), (each) => ({ pulsarCluster: clusterOf(each), ...convertSource(each) })),
    sinks: keyed(ofKind("sink"), (each) => ({ pulsarCluster: clusterOf(each), ...convertSink(each) })),
  };
  const origins = new Map<string, ManifestOrigin>(components.map((each) => [each.key, convertOrigin(each)]));
  return planMeshOfManifests(name, spec, origins);
}

type OfKind<Kind extends Component["kind"]> = Extract<Component, { readonly kind: Kind }>;

const keyed = <Of extends Component, Spec>(
  components: readonly Of[],
  convert: (component: Of) => Spec,
): Readonly<Record<string, Spec>> =>
  Object.fromEntries(components.map((component) => [component.key, convert(component)]));

/** A cluster is called by its ConfigMap where it has no key of `pulsar`. */
const configMapOf = ({ spec }: Component): string => spec.pulsar?.pulsarConfig ?? "pulsar";
const pulsarKey = (component: Component, { pulsarConfigs = {}, otherPulsar }: ManifestOptions): string =>
  pulsarConfigs[configMapOf(component)] ?? otherPulsar ?? configMapOf(component);

/** Where a ConfigMap says where a cluster is, nobody knows it here. */
const unseen: PulsarClusterSpec = { adminUrl: placeholder("unknown", 0) };

const pulsarClusters = (components: readonly Component[], options: ManifestOptions): MeshSpec["pulsar"] =>
  Object.fromEntries(
    components.map((component) => {
      const key = pulsarKey(component, options);
      return [key, options.pulsar?.[key] ?? unseen] as const;
    }),
  );
