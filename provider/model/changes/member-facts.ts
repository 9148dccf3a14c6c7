import { bringsMessages } from "../brings-messages";
import { keptGuarantee } from "../guarantee";
import type { NamingPolicy } from "../mesh";
import { memberCleanup } from "../member-cleanup";
import { isFromWeb } from "../package-location";
import { patternsOf } from "../patterns-of";
import { placeText } from "./place-text";
import type { MemberPlan } from "../plan";
import { replacedOnRoll } from "../replaced-on-roll";
import { subscriptionTypeNames, subscriptionTypeOf } from "../subscription-type";
import type { SubscriptionTypeName } from "../subscription-type-name";
import { isUnknown } from "../unknown";
import { inheritedFields, memberFields, statedPaths } from "./member-fields";
import { runtimeDefaults } from "../runtime-defaults";
import { hashed, type Settle, type Settled, settledText, withoutSecrets } from "./settled";
import type { SettledFields } from "./settled-fields";
import { isServed } from "../served-places";

/** A member as meshes are compared by it. */
export interface MemberFacts {
  /** The same in two meshes for what is one member. */
  readonly id: string;
  readonly key: string;
  /** Its name in pictures and in Pulsar. */
  readonly name: string;
  readonly kind: MemberPlan["kind"];
  /** Where it stands in the arguments; empty for a mesh of one. */
  readonly path: string;
  /** Name of its StatefulSet, which with `naming: unique` is longer; absent where it has no place. */
  readonly object?: string;
  /** Keys of the Kubernetes clusters; one that is only ready to take over ends in ` (standby)`. */
  readonly places: readonly string[];
  readonly pulsarClusters: readonly string[];
  /** Those of them that its instances run against, where it stands by in others, or is left behind there. */
  readonly activePulsarClusters?: readonly string[];
  /** Instances in all its places; absent where their number is not the program's. */
  readonly pods?: Settled;
  /** Instances in each place where it does not stand by; absent where their number is not the program's. */
  readonly instances?: number;
  /** What would restart its pods makes a new workload, which works before the old one stops. */
  readonly replacedOnRoll?: true;
  /** The program may ask for that. */
  readonly canBeReplaced?: true;
  /** Two of it at once would bring each message twice. */
  readonly bringsMessages?: true;
  /** As Pulsar calls it: instances of two types cannot be connected together. */
  readonly subscriptionType?: SubscriptionTypeName;
  /** Its pods are told the URL of the admin REST API. */
  readonly isToldWebUrl?: true;
  /** Key of the Pulsar cluster that its pods download packages from. */
  readonly packagesFrom?: string;
  /** Full names of topics and patterns that it reads. */
  readonly reads: readonly string[];
  /** Those of them that only its patterns find. */
  readonly found?: readonly string[];
  /** Those of them whose subscription stays when the member reads them no more. */
  readonly kept?: readonly string[];
  /** Those whose subscription is deleted only when nothing waits in it. */
  readonly careful?: readonly string[];
  /** Other Pulsar clusters know how far it has read all of its topics. */
  readonly isFollowed?: true;
  /** Full names of what it writes to, by what goes there. */
  readonly writes: Readonly<Partial<Record<Carried, string>>>;
  readonly subscription?: string;
  readonly guarantee: Settled;
  readonly fields: SettledFields;
  /** Where fields stand in the arguments whose path has another topic's name than these. */
  readonly statedPaths?: Readonly<Record<string, string>>;
  /** First steps of the fields that it does not state itself. */
  readonly inherited: readonly string[];
  /** Those of them that follow from its runtime, as the defaults do not state them either. */
  readonly builtIn?: readonly string[];
}

export type Carried = "results" | "log lines" | "dead letters" | "late data";

export interface MemberFactsOptions {
  readonly code?: string | undefined;
  readonly naming: NamingPolicy;
  readonly isFollowed: boolean;
  readonly settle: Settle;
}

export function memberFacts(member: MemberPlan, { code, naming, isFollowed, settle }: MemberFactsOptions): MemberFacts {
  const text = (value: string): string => settledText(value, settle);
  const kept = keptTopics(member).map(text);
  const careful = carefulTopics(member).map(text);
  const pods = podsOf(member);
  const [place] = member.places;
  const paths = statedPaths(member);
  return {
    id:
      member.origin === undefined
        ? member.name
        : `${member.kind}/${member.places[0]?.kubernetesNamespace ?? ""}/${member.origin.componentName}`,
    key: member.key,
    name: member.name,
    kind: member.kind,
    path: member.origin === undefined ? member.path : `${member.kind}/${member.origin.componentName}`,
    ...(place === undefined ? {} : { object: place.objectName }),
    places: member.places.filter(isServed).map(placeText),
    ...pulsarFacts(member),
    ...(pods === undefined ? {} : { pods: typeof pods === "string" ? text(pods) : pods }),
    ...restartFacts(member, naming),
    ...(isToldWebUrl(member) ? { isToldWebUrl: true as const } : {}),
    ...packageFacts(member),
    reads: readNames(member).map(text),
    ...(member.found.length === 0 ? {} : { found: member.found.map(({ name }) => text(name)) }),
    ...(kept.length === 0 ? {} : { kept }),
    ...(careful.length === 0 ? {} : { careful }),
    ...(isFollowed ? { isFollowed: true as const } : {}),
    writes: Object.fromEntries(
      Object.entries(writesOf(member)).flatMap(([carried, use]) => (use === undefined ? [] : [[carried, text(use)]])),
    ),
    ...(member.subscription === undefined ? {} : { subscription: text(member.subscription) }),
    guarantee: text(keptGuarantee(member)),
    fields: memberFields(member, code, settle),
    ...(Object.keys(paths).length === 0 ? {} : { statedPaths: paths }),
    inherited: inheritedFields(member),
    ...builtInFields(member),
  };
}

function pulsarFacts({ places }: MemberPlan): Pick<MemberFacts, "pulsarClusters" | "activePulsarClusters"> {
  const clustersOf = (some: MemberPlan["places"]): readonly string[] => [
    ...new Set(some.map(({ pulsarCluster }) => pulsarCluster)),
  ];
  const pulsarClusters = clustersOf(places);
  const active = clustersOf(places.filter((place) => !place.standby && isServed(place)));
  return active.length === pulsarClusters.length
    ? { pulsarClusters }
    : { pulsarClusters, activePulsarClusters: active };
}

/** What is no other than it would be without a word about it. */
function builtInFields({ spec, runtime, image, resources }: MemberPlan): Pick<MemberFacts, "builtIn"> {
  const found = runtimeDefaults[runtime];
  const same = {
    image: image === found.image,
    resources: hashed(resources, withoutSecrets) === hashed(found.resources, withoutSecrets),
  };
  const fields = (["image", "resources"] as const).filter((field) => spec[field] === undefined && same[field]);
  return fields.length === 0 ? {} : { builtIn: fields };
}

/** Instances in Java, and what downloads packages from its own cluster. */
const isToldWebUrl = ({ runtime, package: code }: MemberPlan): boolean =>
  runtime === "java" || (code !== undefined && !isFromWeb(code.location) && code.pulsarCluster === undefined);

/** Of several Pulsar clusters each place has its own. */
function packageFacts({ package: code, places }: MemberPlan): Pick<MemberFacts, "packagesFrom"> {
  const key = code?.pulsarCluster ?? places[0]?.pulsarCluster;
  return code === undefined || isFromWeb(code.location) || key === undefined ? {} : { packagesFrom: key };
}

type RestartFacts = Pick<
  MemberFacts,
  "instances" | "replacedOnRoll" | "canBeReplaced" | "bringsMessages" | "subscriptionType"
>;

/** What a restart of its pods is, and could be. */
function restartFacts(member: MemberPlan, naming: NamingPolicy): RestartFacts {
  const { spec, origin } = member;
  const brings = bringsMessages(member);
  const instances = instancesOf(member);
  const hasVolumes = spec.volumeClaimTemplates !== undefined;
  const type = subscriptionTypeOf(member);
  return {
    ...(instances === undefined ? {} : { instances }),
    ...(replacedOnRoll(member, naming) === true ? { replacedOnRoll: true } : {}),
    ...(brings || hasVolumes || origin !== undefined ? {} : { canBeReplaced: true }),
    ...(brings ? { bringsMessages: true } : {}),
    ...(type === undefined ? {} : { subscriptionType: subscriptionTypeNames[type] }),
  };
}

/** A member that does not state a number begins with one. */
function instancesOf({ spec }: MemberPlan): number | undefined {
  if (spec.paused === true) return 0;
  const { autoscaling, replicas = 1 } = spec;
  return autoscaling === undefined && typeof replicas === "number" ? replicas : undefined;
}

function podsOf({ spec, places }: MemberPlan): Settled | undefined {
  if (spec.paused === true) return 0;
  const active = places.filter(({ standby }) => !standby).length;
  if (active === 0) return 0;
  if (spec.autoscaling !== undefined || spec.replicas === undefined) return undefined;
  const replicas: unknown = spec.replicas;
  return typeof replicas === "number" ? replicas * active : String(replicas);
}

/** Patterns count by themselves, since what they find is not all known. */
const readNames = (member: MemberPlan): readonly string[] => [
  ...new Set([...member.reads, ...member.found, ...patternsOf(member)].map(({ name }) => name)),
];

const writesOf = (member: MemberPlan): Readonly<Record<Carried, string | undefined>> => ({
  results: member.writes?.name,
  "log lines": member.logTopic?.name,
  "dead letters": member.deadLetterTopic?.name,
  "late data": member.lateDataTopic?.name,
});

/** Another member may own a subscription that both read by. Nobody makes those of manifests, so nobody deletes them unasked. */
function keptTopics(member: MemberPlan): readonly string[] {
  if (member.kind === "source") return [];
  const cleans = member.origin === undefined || member.spec.cleanupSubscription === true;
  const owned = new Set(member.subscriptions.filter(({ onDelete }) => onDelete !== "retain").map(({ topic }) => topic));
  // What a pattern finds that is not the mesh's, a clean-up looks for.
  const byPattern = cleans && memberCleanup(member)?.enabled === true ? [] : patternsOf(member);
  const byName = [...member.reads, ...member.found].filter(
    ({ name, persistent }) => persistent && (!cleans || !owned.has(name)),
  );
  return [...byName, ...byPattern].map(({ name }) => name).filter((name) => !isUnknown(name));
}

const carefulTopics = ({ subscriptions }: MemberPlan): readonly string[] => [
  ...new Set(subscriptions.filter(({ onDelete }) => onDelete === "delete").map(({ topic }) => topic)),
];
