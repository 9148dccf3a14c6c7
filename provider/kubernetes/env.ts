import type { Container, EnvVar } from "../model/kubernetes-types";
import { joinedLists } from "../model/merged";
import { instanceEnvironment } from "../model/runtime/instance-environment";
import { byText, sortedEntries } from "../model/sorted-entries";
import { isKnown } from "../model/unknown";
import { detailsKey } from "./configmap";
import type { PlaceObjects } from "./place-objects";
import type { PodPart } from "./pod-part";
import type { ReferencedNames } from "./referenced-names";

/** The environment of an instance: what its command line refers to, its secrets, then the user's own variables. */
export const containerEnv = (target: PlaceObjects, names: ReferencedNames, parts: PodPart): readonly EnvVar[] =>
  withoutEarlier(
    joinedLists(instanceEnv(names), parts.env, secretsEnv(target, names), referencedEnv(target), target.member.pod.env),
  );

/** Adds to containers the variables that all share, before their own, so that these can refer to them; their own values win. */
export const withSharedEnv =
  ({ member }: PlaceObjects) =>
  (containers: readonly Container[] | undefined): readonly Container[] => {
    const shared = sortedEntries(member.sharedEnv).map(([name, value]): EnvVar => ({ name, value }));
    if (containers === undefined || shared.length === 0 || !isKnown(containers)) return containers ?? [];
    return containers.map((container) =>
      isKnown(container) ? { ...container, env: withoutEarlier(joinedLists(shared, container.env)) } : container,
    );
  };

/** Of a variable that is stated twice Kubernetes takes the last, and a later apply may drop it: the others are left out. */
function withoutEarlier(env: readonly EnvVar[]): readonly EnvVar[] {
  if (!isKnown(env)) return env;
  const last = new Map(env.map(({ name }, index) => [name, index]));
  return env.filter(({ name }, index) => last.get(name) === index);
}

const instanceEnv = ({ config }: ReferencedNames): readonly EnvVar[] => [
  {
    name: instanceEnvironment.ordinal,
    valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } },
  },
  // Taken from the ConfigMap by the kubelet: nothing in it is expanded, whatever it holds.
  { name: instanceEnvironment.details, valueFrom: { configMapKeyRef: { name: config, key: detailsKey } } },
];

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
