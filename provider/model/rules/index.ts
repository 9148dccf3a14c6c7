import { byPath } from "../path-order";
import { byText } from "../sorted-entries";
import type { Problem } from "../problem";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { abandonedClusters } from "./abandoned-clusters";
import { acknowledgements } from "./acknowledgements";
import { administratorCredentials } from "./administrator-credentials";
import { allowedClusters } from "./allowed-clusters";
import { operatorRuleTable } from "../operator/rules";
import { argumentRules } from "./argument-rules";
import { autoscaling } from "./autoscaling";
import { batchSources } from "./batch-sources";
import { clusters } from "./clusters";
import { computedValues } from "./computed-values";
import { connectionSecurity } from "./connection-security";
import { credentials } from "./credentials";
import { cycles } from "./cycles";
import { deadLetters } from "./dead-letters";
import { edgeSchemas } from "./edge-schemas";
import { effectivelyOnce } from "./effectively-once";
import { encryption } from "./encryption";
import { fieldEffects } from "./field-effects";
import { idleInstances } from "./idle-instances";
import { inputs } from "./inputs";
import { javaOptions } from "./java-options";
import { kubernetesLimits } from "./kubernetes-limits";
import { memberShape } from "./member-shape";
import { namesOfClusters } from "./names-of-clusters";
import { numbers } from "./numbers";
import { orderings } from "./orderings";
import { packageLocations } from "./package-locations";
import { patterns } from "./patterns";
import { pausedReaders } from "./paused-readers";
import { peerConnections } from "./peer-connections";
import { readableSecrets } from "./readable-secrets";
import { replacedWorkloads } from "./replaced-workloads";
import { replicatedEdges } from "./replicated-edges";
import { replicatedSubscriptions } from "./replicated-subscriptions";
import { retainedObjects } from "./retained-objects";
import { rootContainers } from "./root-containers";
import { sameCluster } from "./same-cluster";
import { selfFeeding } from "./self-feeding";
import { severalPlaces } from "./several-places";
import { sharedSubscriptions } from "./shared-subscriptions";
import { stateStores } from "./state-stores";
import { topicNames } from "./topic-names";
import { uniqueNames } from "./unique-names";
import { unreadOutputs } from "./unread-outputs";
import { unwrittenInputs } from "./unwritten-inputs";
import { windows } from "./windows";

/** Every rule, in the order of the codes. */
const rules: readonly Rule[] = [
  uniqueNames,
  clusters,
  topicNames,
  unwrittenInputs,
  unreadOutputs,
  cycles,
  selfFeeding,
  patterns,
  inputs,
  replicatedEdges,
  allowedClusters,
  severalPlaces,
  sameCluster,
  abandonedClusters,
  peerConnections,
  replicatedSubscriptions,
  namesOfClusters,
  computedValues,
  sharedSubscriptions,
  effectivelyOnce,
  orderings,
  deadLetters,
  idleInstances,
  pausedReaders,
  acknowledgements,
  replacedWorkloads,
  retainedObjects,
  edgeSchemas,
  autoscaling,
  windows,
  batchSources,
  stateStores,
  encryption,
  packageLocations,
  javaOptions,
  connectionSecurity,
  administratorCredentials,
  kubernetesLimits,
  memberShape,
  readableSecrets,
  credentials,
  numbers,
  fieldEffects,
  rootContainers,
];

/** The rules for documentation. */
export const ruleTable: readonly Omit<Rule, "check">[] = [
  ...rules.map(({ code, severity, also, inManifests, title, description }) => ({
    code,
    severity,
    ...(also === undefined ? {} : { also }),
    inManifests,
    title,
    description,
  })),
  ...argumentRules,
  ...operatorRuleTable,
].sort((left, right) => byText(left.code, right.code));

/** Everything wrong with a mesh, at once. */
export function checkMesh(mesh: CheckedMesh): readonly Problem[] {
  const isFromManifests = mesh.plan.members.some(({ origin }) => origin !== undefined);
  return rules.flatMap((rule) =>
    ordered(rule.check(mesh)).map((finding) => {
      const { path, message } = finding;
      const help = isFromManifests ? (finding.helpInManifests ?? finding.help) : finding.help;
      return { code: rule.code, severity: severityOf(rule, finding, isFromManifests), path, message, help };
    }),
  );
}

/** By path: the order in which maps are written, which neither language hosts nor the wire keep, does not show. */
const ordered = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length < 2 ? findings : [...findings].sort((left, right) => byPath(left.path, right.path));

function severityOf(rule: Rule, finding: Finding, isFromManifests: boolean): Problem["severity"] {
  const severity = finding.severity ?? rule.severity;
  return isFromManifests && severity === "error" ? (finding.inManifests ?? rule.inManifests) : severity;
}
