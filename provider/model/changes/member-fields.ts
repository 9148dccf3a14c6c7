import { bringsMessages } from "../brings-messages";
import { builtinName } from "../connector";
import type { EffectTree } from "../effects/effect";
import { functionEffects, sinkEffects, sourceEffects } from "../effects/kind-effects";
import { inputEffects } from "../effects/input-output-effects";
import { guaranteeOf, isAutoAcked } from "../guarantee";
import type { ManifestOrigin, PulsarReferences } from "../manifest-origin";
import type { FunctionPlan, MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { hashed, type Settle } from "./settled";
import { defaultsOf } from "./stated-defaults";
import { type FieldReading, type SettledFields, settledFields } from "./settled-fields";

/** The table of effects of a member's fields. Which topics it reads is told by edges: of an entry there is left how it is read. */
export const memberTrees: Readonly<Record<MemberPlan["kind"], EffectTree>> = {
  function: { ...functionEffects, input: { ...inputEffects, sourceSpecs: "roll" } },
  source: sourceEffects,
  sink: { ...sinkEffects, input: { ...inputEffects, sourceSpecs: "roll" } },
};

/** What the pods of a manifest's component are told by reference; parameters of a credential are none of it. */
const referencesOf = ({ pulsar, packages, clusterName, builtinConnector }: ManifestOrigin): object => ({
  pulsar: withoutParameters(pulsar),
  packages: packages === undefined ? undefined : withoutParameters(packages),
  clusterName,
  builtinConnector,
});

const withoutParameters = ({ auth, ...references }: PulsarReferences): object => ({
  ...references,
  auth: auth?.kind === "plugin" ? auth.plugin : auth,
});

/** The fields of a member; `code` is the text of its local code. */
export const memberFields = (member: MemberPlan, code: string | undefined, settle: Settle): SettledFields => ({
  ...statedFields(member, settle),
  ...resolvedFields(member, settle),
  ...(member.origin === undefined ? {} : { pulsar: hashed(referencesOf(member.origin), settle) }),
  ...(code === undefined ? {} : { "python.code": hashed(code, settle) }),
});

const readingOf = (member: MemberPlan, settle: Settle): FieldReading => ({
  settle,
  shown: new Set([
    ...["image", "imagePullPolicy", "className", "tenant", "namespace", "connector", "logTopicAgent", "restartToken"],
    ...[
      "subscriptionPosition",
      "windowConfig.processingGuarantees",
      "filebeatImage",
      "downloaderImage",
      "java.jar",
      "java.jarLocation",
      "python.py",
    ],
    ...[
      "python.pyLocation",
      "golang.go",
      "golang.goLocation",
      "pod.serviceAccountName",
      "resources.*",
      "autoscaling.*",
    ],
  ]),
  depths: {
    config: 1,
    secrets: 1,
    secretsMap: 1,
    resources: 2,
    "pod.labels": 1,
    "pod.annotations": 1,
    "pod.nodeSelector": 1,
    persistentVolumeClaimRetentionPolicy: 1,
  },
  defaults: defaultsOf(member),
});

/** Compared by what follows from them: places, topics, the subscription, and what the defaults may have a say in. */
const worked = new Set([
  ...["name", "tenant", "namespace", "cluster", "placement", "pulsarCluster", "image", "imagePullPolicy", "resources"],
  ...["pod", "rollout", "runner", "connector", "connectorPath", "subscriptionName", "processingGuarantee", "autoAck"],
  ...["logTopic", "deadLetterTopic", "input", "output"],
]);

/** What the member states, but for what is worked out. */
function statedFields(member: MemberPlan, settle: Settle): SettledFields {
  const { spec } = member;
  const own: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(Object.entries(spec).filter(([field]) => !worked.has(field))),
    ...(member.kind === "sink" ? {} : { output: { ...member.spec.output, topic: undefined } }),
    ...(member.kind === "source" ? {} : { input: { typeClassName: member.spec.input?.typeClassName } }),
    ...(member.kind === "function" ? { windowConfig: settledWindow(member) } : {}),
    ...(member.kind === "function" && member.spec.python !== undefined
      ? { python: { ...member.spec.python, code: undefined } }
      : {}),
  };
  const fields = settledFields(own, memberTrees[member.kind], readingOf(member, settle));
  const templates = spec.volumeClaimTemplates;
  return templates === undefined ? fields : { ...fields, volumeClaimTemplates: hashed(templates, settle) };
}

/** Without its guarantee, which is the member's: only instances of manifests are told what these state. */
function settledWindow({ spec, origin }: FunctionPlan): object | undefined {
  const window = spec.windowConfig;
  if (window === undefined) return undefined;
  const { processingGuarantees, ...others } = window;
  return { ...others, ...(origin === undefined ? {} : { processingGuarantees }), lateDataTopic: undefined };
}

/** Fields by their final value: where a default stands for it, that one. */
function resolvedFields(member: MemberPlan, settle: Settle): SettledFields {
  const reading = readingOf(member, settle);
  const { tenant, pulsarNamespace, image, imagePullPolicy, resources, pod } = member;
  // Where two of it would bring each message twice, it says nothing.
  const rollout = bringsMessages(member) ? { ...member.rollout, replaceOnRoll: undefined } : member.rollout;
  const connector = member.kind === "function" ? undefined : member.spec.connector;
  const runner = { connectors: runnerConnector(member), connectorsDirectory: member.connectorsDirectory };
  const connectorPath = connector === undefined ? undefined : member.package?.path;
  const defaulted = { image, imagePullPolicy, resources, pod, rollout, runner };
  const whole = { tenant, namespace: pulsarNamespace, connector, connectorPath, ...defaulted };
  return {
    ...settledFields(whole, memberTrees[member.kind], reading),
    ...consumerFields(member, settle),
    ...(Object.keys(member.sharedEnv).length === 0 ? {} : { env: hashed(member.sharedEnv, settle) }),
    ...(isAckedOtherwise(member) ? { autoAck: false } : {}),
    ...(member.kind === "function" ? { runtime: member.runtime } : {}),
  };
}

/** By its code, which the guarantee does not say already. */
const isAckedOtherwise = (member: MemberPlan): boolean =>
  member.kind !== "source" && !isAutoAcked(member) && guaranteeOf(member) !== "manual";

/** What the image is said to have under the name of the member's connector. */
const runnerConnector = (member: MemberPlan): object | undefined =>
  member.kind !== "function" && builtinName(member.spec.connector) !== undefined ? member.connector : undefined;

/** How each topic is read, where that is said. */
const consumerFields = (member: MemberPlan, settle: Settle): SettledFields =>
  Object.fromEntries(
    member.inputs.flatMap(({ name, consumer }) => {
      const { isRegexPattern, ...how } = consumer;
      void isRegexPattern;
      if (Object.values(how).every((value) => value === undefined)) return [];
      return [[consumerField(name), hashed(how, settle)]];
    }),
  );

const consumerField = (topic: string): string =>
  `input.sourceSpecs[${JSON.stringify(!isKnown(topic) ? "(computed)" : topic)}]`;

/** The paths of those that the arguments call otherwise, below the member. */
export function statedPaths({ path, inputs }: MemberPlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inputs.flatMap(({ name, path: whole, consumer }) => {
      const stated = path === "" ? whole : whole.slice(path.length + 1);
      const isPlain = /^input\.topic/.test(stated) || Object.keys(consumer).length === 0;
      return isPlain || stated === consumerField(name) ? [] : [[consumerField(name), stated]];
    }),
  );
}

/** Fields that follow from others where they are left out. */
const following = ["placement", "pulsarCluster", "subscriptionName", "deadLetterTopic", "processingGuarantee"] as const;

/** Fields that defaults, or others of its fields, have a say in. */
export function inheritedFields({ spec }: MemberPlan): readonly string[] {
  const all = ["image", "imagePullPolicy", "resources", "pod", "rollout", "tenant", "namespace", "runner"] as const;
  const own = all.filter((field) => spec[field] === undefined);
  const stated: Partial<Record<string, unknown>> = { ...spec };
  const left = following.filter((field) => stated[field] === undefined);
  return [...own, "env", ...left, ...(spec.cluster === undefined && spec.placement === undefined ? ["cluster"] : [])];
}
