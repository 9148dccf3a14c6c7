import { argumentPath } from "../argument-path";
import { credentialsDirectory } from "../credential-files";
import type { MemberPlan } from "../plan";
import { instanceEnvironment } from "../runtime/instance-environment";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Environment variables, volumes and mounts. */
export const containerFindings = (member: MemberPlan): readonly Finding[] => [
  ...environmentFindings(member),
  ...secretKeyFindings(member),
  ...volumeFindings(member),
];

interface Named {
  readonly name: string;
  readonly path: string;
}

const entries = (map: object | undefined, path: string): readonly Named[] =>
  map === undefined || !isKnown(map) ? [] : Object.keys(map).map((name) => ({ name, path: argumentPath(path, name) }));

function environmentFindings({ path, spec }: MemberPlan): readonly Finding[] {
  const env = isKnown(spec.pod?.env) ? (spec.pod?.env ?? []) : [];
  const variables: readonly Named[] = [
    ...entries(spec.secrets, argumentPath(path, "secrets")),
    ...entries(spec.secretsMap, argumentPath(path, "secretsMap")),
    ...env.map(({ name }, index) => ({ name, path: argumentPath(path, "pod", "env", index, "name") })),
  ].filter(({ name }) => isKnown(name));
  const { details, ordinal } = instanceEnvironment;
  return [
    ...repeated(variables, [details, ordinal], "an environment variable"),
    ...variables
      .filter(({ name }) => !/^[ -<>-~]+$/.test(name))
      .map((variable) => ({
        path: variable.path,
        message: `"${variable.name}" is not a name of an environment variable`,
        help: "write printable ASCII characters other than =",
      })),
  ];
}

const secretKeyFindings = ({ path, spec }: MemberPlan): readonly Finding[] =>
  entries(spec.secrets, argumentPath(path, "secrets"))
    .filter(({ name }) => !/^[-._a-zA-Z0-9]{1,253}$/.test(name))
    .map((secret) => ({
      path: secret.path,
      message: `"${secret.name}" is not a key of a Kubernetes Secret`,
      help: "write letters, digits and - _ .",
    }));

const ownVolumes = ["function-mesh-scratch", "function-mesh-code", "function-mesh-credentials"];
const ownMounts: readonly string[] = [
  instanceEnvironment.scratchDirectory,
  instanceEnvironment.codeDirectory,
  credentialsDirectory,
];

function volumeFindings({ path, spec }: MemberPlan): readonly Finding[] {
  const volumes = spec.pod?.volumes;
  const known = isKnown(volumes) ? (volumes ?? []) : [];
  const names = new Set([...ownVolumes, ...known.map(({ name }) => name)]);
  const mounts = isKnown(spec.volumeMounts) ? (spec.volumeMounts ?? []) : [];
  return [
    ...repeated(
      known.map(({ name }, index) => ({ name, path: argumentPath(path, "pod", "volumes", index, "name") })),
      ownVolumes,
      "a volume",
    ),
    ...repeated(
      mounts.map((mount, index) => ({
        name: mount.mountPath,
        path: argumentPath(path, "volumeMounts", index, "mountPath"),
      })),
      ownMounts,
      "a mount",
    ),
    ...mounts.flatMap(({ name }, index): readonly Finding[] => {
      if (!isKnown(volumes) || !isKnown(name) || names.has(name) || known.some((volume) => !isKnown(volume.name)))
        return [];
      const help = "add the volume to `pod.volumes`";
      return [
        { path: argumentPath(path, "volumeMounts", index, "name"), message: `there is no volume "${name}"`, help },
      ];
    }),
  ];
}

function repeated(all: readonly Named[], reserved: readonly string[], what: string): readonly Finding[] {
  const seen = new Set<string>();
  return all.flatMap(({ name, path }): readonly Finding[] => {
    if (!isKnown(name)) return [];
    const isOurs = reserved.includes(name);
    const isAgain = seen.has(name);
    seen.add(name);
    if (!isOurs && !isAgain) return [];
    const message = isOurs ? `"${name}" is ${what} of the mesh's own` : `"${name}" is ${what} already`;
    return [{ path, message, help: "use another one" }];
  });
}
