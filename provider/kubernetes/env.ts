import type { Container, EnvVar } from "../model/kubernetes-types";
import { joinedLists } from "../model/merged";
import { instanceEnvironment } from "../model/runtime/instance-environment";
import { isReservedVariable } from "../model/runtime/reserved-variables";
import { byText, sortedEntries } from "../model/sorted-entries";
import { isKnown } from "../model/unknown";
import { detailsKey } from "./configmap";
import { eachVariableOnce } from "./each-variable-once";
import type { PlaceObjects } from "./place-objects";
import type { PodPart } from "./pod-part";
import type { ReferencedNames } from "./referenced-names";

/**
 * The environment of an instance: what its command line refers to, its secrets, then the user's own variables, which win over
 * all but what the instance cannot be without.
 */
export function containerEnv(target: PlaceObjects, names: ReferencedNames, parts: PodPart): readonly EnvVar[] {
  const ours = [...instanceEnv(names), ...(parts.env ?? [])];
  const users = joinedLists(
    podNameEnv(target),
    secretsEnv(target, names),
    referencedEnv(target),
    target.member.pod.env,
  );
  return eachVariableOnce(joinedLists(ours, withoutReserved(users, ours)));
}

/** What the user states in place of a variable that the instance cannot be without is left out: the rules have told them. */
function withoutReserved(users: readonly EnvVar[], ours: readonly EnvVar[]): readonly EnvVar[] {
  if (!isKnown(users)) return users;
  const reserved = new Set(ours.map(({ name }) => name).filter(isReservedVariable));
  return users.filter(({ name }) => !reserved.has(name));
}

/** Adds to containers the variables that all share, before their own, so that these can refer to them; their own values win. */
export const withSharedEnv =
  ({ member }: PlaceObjects) =>
  (containers: readonly Container[] | undefined): readonly Container[] =>
    withVariables(
      containers,
      sortedEntries(member.sharedEnv).map(([name, value]): EnvVar => ({ name, value })),
    );

/** Containers of the user's, whose variables are theirs alone. */
export const withEachVariableOnce = (containers: readonly Container[] | undefined): readonly Container[] =>
  withVariables(containers, []);

function withVariables(containers: readonly Container[] | undefined, shared: readonly EnvVar[]): readonly Container[] {
  if (containers === undefined || !isKnown(containers)) return containers ?? [];
  return containers.map((container) =>
    isKnown(container) && (shared.length > 0 || container.env !== undefined)
      ? { ...container, env: eachVariableOnce(joinedLists(shared, container.env)) }
      : container,
  );
}

const instanceEnv = ({ config }: ReferencedNames): readonly EnvVar[] => [
  {
    name: instanceEnvironment.ordinal,
    valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } },
  },
  // Taken from the ConfigMap by the kubelet: nothing in it is expanded, whatever it holds.
  { name: instanceEnvironment.details, valueFrom: { configMapKeyRef: { name: config, key: detailsKey } } },
];

/** The operator's, which what else a manifest states may refer to. */
const podNameEnv = ({ member }: PlaceObjects): readonly EnvVar[] =>
  member.origin === undefined
    ? []
    : [{ name: instanceEnvironment.podName, valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }];

function secretsEnv({ member }: PlaceObjects, { secrets }: ReferencedNames): readonly EnvVar[] {
  if (secrets === undefined) return [];
  return Object.keys(member.spec.secrets ?? {})
    .sort(byText)
    .map((name) => fromSecret(name, secrets, name));
}

const referencedEnv = ({ member }: PlaceObjects): readonly EnvVar[] =>
  isKnown(member.spec.secretsMap)
    ? sortedEntries(member.spec.secretsMap).map(([name, { path, key }]) => fromSecret(name, path, key))
    : [];

const fromSecret = (name: string, secret: string, key: string): EnvVar => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
