import { argumentPath } from "../argument-path";
import type { EnvVar } from "../kubernetes-types";
import type { MemberPlan } from "../plan";
import { isReservedVariable } from "../runtime/reserved-variables";
import { isKnown } from "../unknown";
import { keyFindings } from "./kubernetes-keys";
import { variableSourceFindings } from "./kubernetes-variable-sources";
import { type Named, repeatedNames } from "./repeated-names";
import type { CheckedMesh, Finding } from "./rule";

/** The variables of the instance's container, and the names of the secrets that become variables. */
export function environmentFindings({ path, spec }: MemberPlan): readonly Finding[] {
  const { pod, secrets, secretsMap } = spec;
  if (pod?.env === undefined && secrets === undefined && secretsMap === undefined) return [];
  const named = keysOf(secrets, argumentPath(path, "secrets"));
  const referred = keysOf(secretsMap, argumentPath(path, "secretsMap"));
  return [
    ...variableFindings(pod?.env, argumentPath(path, "pod", "env"), {
      others: [...named, ...referred],
      isReserved: isReservedVariable,
    }),
    ...named.flatMap(({ name, path: at }) => keyFindings(name, at, "Secret")),
  ];
}

/** The variables that all members share, instances among them. */
export const sharedVariableFindings = ({ spec: { defaults } }: CheckedMesh): readonly Finding[] =>
  nameFindings(keysOf(defaults?.env, "defaults.env"), isReservedVariable);

interface InstanceVariables {
  /** Names of variables that are stated elsewhere. */
  readonly others: readonly Named[];
  /** True for names of the mesh's own, whose values count whatever is stated. */
  readonly isReserved: (name: string) => boolean;
}

/** Variables of a container: names that are none, that come twice, and values that are stated in two ways. */
export function variableFindings(
  env: readonly EnvVar[] | undefined,
  path: string,
  { others, isReserved }: InstanceVariables = { others: [], isReserved: () => false },
): readonly Finding[] {
  const known = isKnown(env) ? (env ?? []) : [];
  const stated = known.map(({ name }, index) => ({ name, path: argumentPath(path, index, "name") }));
  return [
    ...nameFindings([...others, ...stated], isReserved),
    ...known.flatMap(({ valueFrom }, index) =>
      variableSourceFindings(valueFrom, argumentPath(path, index, "valueFrom")),
    ),
    ...known.flatMap(({ value, valueFrom }, index) =>
      value === undefined || value === "" || valueFrom === undefined
        ? []
        : [
            {
              path: argumentPath(path, index, "valueFrom"),
              message: "is stated together with `value`",
              help: "keep one of the two",
            },
          ],
    ),
  ];
}

function nameFindings(all: readonly Named[], isReserved: (name: string) => boolean): readonly Finding[] {
  const variables = all.filter(({ name }) => isKnown(name));
  return [
    // The operator takes a variable twice: the last one counts, and for those of its own the operator's.
    ...repeatedNames(variables, "an environment variable", isReserved).map((finding): Finding => ({
      ...finding,
      inManifests: "warning",
    })),
    ...variables
      .filter(({ name }) => !/^[ -<>-~]+$/.test(name))
      .map((variable) => ({
        path: variable.path,
        message: `"${variable.name}" is not a name of an environment variable`,
        help: "write printable ASCII characters other than =",
      })),
  ];
}

const keysOf = (map: object | undefined, path: string): readonly Named[] =>
  map === undefined || !isKnown(map) ? [] : Object.keys(map).map((name) => ({ name, path: argumentPath(path, name) }));
