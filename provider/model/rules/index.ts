import type { Problem } from "../problem";
import { argumentRules } from "./argument-rules";
import { administratorCredentials } from "./administrator-credentials";
import { clusters } from "./clusters";
import { connectionSecurity } from "./connection-security";
import { credentials } from "./credentials";
import { cycles } from "./cycles";
import { effectivelyOnce } from "./effectively-once";
import { kubernetesLimits } from "./kubernetes-limits";
import { memberShape } from "./member-shape";
import { numbers } from "./numbers";
import { orderings } from "./orderings";
import { readableSecrets } from "./readable-secrets";
import { sameCluster } from "./same-cluster";
import { selfFeeding } from "./self-feeding";
import { sharedSubscriptions } from "./shared-subscriptions";
import { topicNames } from "./topic-names";
import { uniqueNames } from "./unique-names";
import { unreadOutputs } from "./unread-outputs";
import { unwrittenInputs } from "./unwritten-inputs";
import type { CheckedMesh, Rule } from "./rule";

/** Every rule, in the order of the codes. */
const rules: readonly Rule[] = [
  uniqueNames,
  clusters,
  topicNames,
  unwrittenInputs,
  unreadOutputs,
  cycles,
  selfFeeding,
  sameCluster,
  sharedSubscriptions,
  effectivelyOnce,
  orderings,
  connectionSecurity,
  administratorCredentials,
  kubernetesLimits,
  memberShape,
  readableSecrets,
  credentials,
  numbers,
];

/** The rules for documentation. */
export const ruleTable: readonly Omit<Rule, "check">[] = [
  ...rules.map(({ code, severity, title, description }) => ({ code, severity, title, description })),
  ...argumentRules,
];

/** Everything wrong with a mesh, at once. */
export const checkMesh = (mesh: CheckedMesh): readonly Problem[] =>
  rules.flatMap(({ code, severity, check }) => check(mesh).map((finding) => ({ code, severity, ...finding })));
