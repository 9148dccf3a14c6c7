import type { ConfigFileSpec } from "../config-file";
import type { RolloutSpec } from "../rollout";
import type { MeshPlan } from "../plan";
import type { Problem } from "../problem";
import { sortedEntries } from "../sorted-entries";
import { readYaml } from "../yaml-text";
import { type PlannedManifests, planManifests } from "./plan-manifests";

/** Manifests worked out for the clusters of a program. */
export interface PlannedConfigFile extends Omit<PlannedManifests, "problems"> {
  readonly problems: readonly Problem[];
  /** The plans with the topics and subscriptions of their members, for words and data. `plans` have none of them, or they would be made. */
  readonly wholePlans: readonly MeshPlan[];
}

const nothing = { plans: [], cleanups: [], wholePlans: [] } as const;

/** A text with manifests, and the file that it was read from. */
export interface ManifestText {
  readonly file?: string;
  readonly text: string;
}

/** Plans the manifests of some texts, taken together, as a program has them. */
export function planConfigFile(name: string, texts: readonly ManifestText[], spec: ConfigFileSpec): PlannedConfigFile {
  const clusters = argumentProblems(spec);
  const { documents, faults } = readTexts(texts);
  if (clusters.length + faults.length > 0) return { ...nothing, problems: [...clusters, ...faults] };
  const [[key, cluster] = ["", {}]] = Object.entries(spec.kubernetes);
  const namespace = cluster.namespace ?? "default";
  const [only, ...others] = Object.keys(spec.pulsar);
  const planned = planManifests(
    documents.map(({ value }) => value),
    {
      name,
      namespace,
      kubernetes: { key, spec: cluster },
      pulsar: spec.pulsar,
      pulsarConfigs: spec.pulsarConfigs ?? {},
      ...(only === undefined || others.length > 0 ? {} : { otherPulsar: only }),
    },
  );
  const problems = others.length === 0 && only !== undefined ? [] : unmeantConfigs(planned, spec);
  const wholePlans = planned.plans.map((each) => withRollout(each, spec.rollout));
  return {
    ...planned,
    plans: wholePlans.map(ofWorkloads),
    wholePlans,
    problems: [...problems, ...planned.problems.map((each) => located(each, documents[each.document]?.place ?? ""))],
  };
}

interface PlacedDocument {
  readonly value: unknown;
  /** Which of several it is: `backend.yaml, document 2`. */
  readonly place: string;
}

interface ReadTexts {
  readonly documents: readonly PlacedDocument[];
  readonly faults: readonly Problem[];
}

function readTexts(texts: readonly ManifestText[]): ReadTexts {
  const read = texts.map(({ file, text }) => ({ ...readYaml(text), from: texts.length < 2 ? "" : (file ?? "") }));
  return {
    documents: read.flatMap(({ documents, from }) =>
      documents.map(({ value }, index) => ({
        value,
        place: joined(from, documents.length < 2 ? "" : `document ${index + 1}`),
      })),
    ),
    faults: read.flatMap(({ faults, from }) =>
      faults.map(({ line, column, message }) => fault(joined(from, `line ${line}, column ${column}`), message)),
    ),
  };
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

/**
 * A plan of workloads alone. What manifests name in Pulsar is there already and not theirs: taken over, it would be deleted
 * with them.
 */
const ofWorkloads = (plan: MeshPlan): MeshPlan => ({
  ...plan,
  topics: [],
  tenants: [],
  namespaces: [],
  members: plan.members.map((member) => ({ ...member, subscriptions: [] })),
});

const withRollout = (plan: MeshPlan, rollout: RolloutSpec = {}): MeshPlan => ({
  ...plan,
  members: plan.members.map((member) => ({ ...member, rollout })),
});

function argumentProblems({ kubernetes, pulsar, pulsarConfigs = {}, rollout }: ConfigFileSpec): readonly Problem[] {
  const count = Object.keys(kubernetes).length;
  const unknown = sortedEntries(pulsarConfigs).filter(([, key]) => !Object.hasOwn(pulsar, key));
  return [
    ...(count === 1 ? [] : [problem("kubernetes", `has ${count} entries`, "state the one cluster of the manifests")]),
    ...unknown.map(([config, key]) =>
      problem(`pulsarConfigs.${config}`, `is "${key}", which is no entry of \`pulsar\``, "name an entry of `pulsar`"),
    ),
    ...(rollout?.replaceOnRoll === true ? [replacedUnderItsName] : []),
  ];
}

/** ConfigMaps that manifests call a Pulsar cluster by, and of which nothing says what entry of `pulsar` they mean. */
function unmeantConfigs({ plans }: PlannedManifests, { pulsarConfigs = {} }: ConfigFileSpec): readonly Problem[] {
  const named = new Set(
    plans.flatMap(({ members }) => members.flatMap(({ origin }) => origin?.pulsar.configMap ?? [])),
  );
  const open = [...named].filter((config) => !Object.hasOwn(pulsarConfigs, config));
  const help = "state which entry of `pulsar` it means";
  return open.map((config) => problem(`pulsarConfigs.${config}`, "is missing, and manifests name it", help));
}

const located = ({ code, severity, path, message, help }: Problem, place: string): Problem => ({
  code,
  severity,
  path: joined(place, path),
  message,
  help,
});

/** Names follow from the manifests. */
const replacedUnderItsName: Problem = {
  code: "FM037",
  severity: "error",
  path: "rollout.replaceOnRoll",
  message: "is true, and the new workload would have the name of the old one, which follows from the manifest",
  help: 'leave it out; a FunctionMesh with `naming: "unique"` can have it',
};

const problem = (path: string, message: string, help: string): Problem => ({
  code: "FM002",
  severity: "error",
  path,
  message,
  help,
});

const fault = (path: string, message: string): Problem => ({
  code: "FM083",
  severity: "error",
  path,
  message,
  help: "mend the YAML there: it is read as kubectl reads it, and each key once",
});
