import type { Container } from "../../model/kubernetes-types";
import { literalArgument } from "../../model/literal-argument";
import { joinedLists } from "../../model/merged";
import type { MemberPlan } from "../../model/plan";
import { archiveDirectory, type PythonArchive, pythonArchiveOf } from "../../model/python-archive";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import { restrictedContainer } from "../restricted-container";
import { archiveMount } from "./archive-mount";

const volume = "function-mesh-archive";

/** What the Python instance needs to unpack an archive: a directory to write to, also for what the archive asks for. */
export function archivePart({ member }: PlaceObjects): PodPart {
  const archive = pythonArchiveOf(member);
  if (archive === undefined) return {};
  // Of a zip file the instance lets pip choose where requirements go; that is no place that its user may write to.
  const env = [{ name: "PIP_TARGET", value: literalArgument(archiveDirectory(archive)) }];
  return { env, ...(member.package === undefined && archive.path !== archive.stated ? copied(member, archive) : {}) };
}

/** An archive in the image, where nothing can be written. */
function copied(member: MemberPlan, archive: PythonArchive): PodPart {
  const mount = archiveMount(member, volume);
  const mounts = mount === undefined ? [] : [mount];
  return {
    volumes: mounts.map(({ name }) => ({ name, emptyDir: {} })),
    mounts,
    initContainers: [
      {
        name: "archive",
        image: member.image,
        ...(member.imagePullPolicy === undefined ? {} : { imagePullPolicy: member.imagePullPolicy }),
        command: copyCommand(archive),
        // It is gone when the instance starts, and takes nothing from the node beyond what that gets.
        resources: member.resources,
        securityContext: restrictedContainer,
        volumeMounts: joinedLists(mounts, member.spec.volumeMounts),
      } satisfies Container,
    ],
  };
}

/** With the one program that every image for Python functions has. */
const copyCommand = ({ stated, path }: PythonArchive): readonly string[] => [
  ...["python3", "-c", "import shutil, sys; shutil.copyfile(*sys.argv[1:])"],
  ...[literalArgument(stated), literalArgument(path)],
];
