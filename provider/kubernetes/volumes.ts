import { credentialsDirectory } from "../model/credential-files";
import type { Volume, VolumeMount } from "../model/kubernetes-types";
import { instanceEnvironment } from "../model/runtime/instance-environment";
import { mergedList } from "./merged";
import type { PlaceObjects } from "./place-objects";
import type { ReferencedNames } from "./referenced-names";

/** A volume of ours and where it is mounted. */
interface Mounted {
  readonly volume: Volume;
  readonly mount: VolumeMount;
}

const mounted = (name: string, mountPath: string, source: Omit<Volume, "name">, readOnly: boolean): Mounted => ({
  volume: { name, ...source },
  mount: { name, mountPath, ...(readOnly ? { readOnly } : {}) },
});

function ownVolumes({ code, credentials }: ReferencedNames): readonly Mounted[] {
  const { scratchDirectory, codeDirectory } = instanceEnvironment;
  return [
    mounted("function-mesh-scratch", scratchDirectory, { emptyDir: {} }, false),
    ...(code === undefined ? [] : [mounted("function-mesh-code", codeDirectory, { configMap: { name: code } }, true)]),
    // The whole directory: files of a subPath would not follow the Secret when the credential changes.
    ...(credentials === undefined
      ? []
      : [
          mounted(
            "function-mesh-credentials",
            credentialsDirectory,
            { secret: { secretName: credentials, defaultMode: 0o440 } },
            true,
          ),
        ]),
  ];
}

export const podVolumes = ({ member }: PlaceObjects, names: ReferencedNames): readonly Volume[] =>
  mergedList(
    ownVolumes(names).map(({ volume }) => volume),
    member.spec.pod?.volumes,
  );

export const containerMounts = ({ member }: PlaceObjects, names: ReferencedNames): readonly VolumeMount[] =>
  mergedList(
    ownVolumes(names).map(({ mount }) => mount),
    member.spec.volumeMounts,
  );
