import type { EnvVar } from "../model/kubernetes-types";
import { instanceEnvironment } from "../model/runtime/instance-environment";
import { byText, sortedEntries } from "../model/sorted-entries";
import { isKnown } from "../model/unknown";
import { detailsKey } from "./configmap";
import { mergedList } from "./merged";
import type { PlaceObjects } from "./place-objects";
import type { ReferencedNames } from "./referenced-names";

/** The environment of an instance: what its command line refers to, its secrets, then the user's own variables. */
export const containerEnv = (target: PlaceObjects, names: ReferencedNames): readonly EnvVar[] =>
  mergedList(
    [...instanceEnv(names), ...secretsEnv(target, names), ...referencedEnv(target)],
    target.member.spec.pod?.env,
  );

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
