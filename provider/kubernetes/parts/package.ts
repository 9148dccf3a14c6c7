import { packageAccessOf } from "../../model/access-of-member";
import type { Container, VolumeMount } from "../../model/kubernetes-types";
import { codePathOf } from "../../model/code-path";
import { literalArgument } from "../../model/literal-argument";
import { joinedLists } from "../../model/merged";
import { downloadCommand, downloadVariables, toolsOf } from "../../model/package-download/download-command";
import { isFromWeb } from "../../model/package-location";
import { ownVolumes } from "../../model/own-volumes";
import type { MemberPlan, PackagePlan } from "../../model/plan";
import type { PulsarAccess } from "../../model/pulsar-access";
import { isKnown } from "../../model/unknown";
import { isMountedByUser } from "../mounted-by-user";
import type { PlaceObjects } from "../place-objects";
import type { PodPart } from "../pod-part";
import type { ReferencedNames } from "../referenced-names";
import { restrictedContainer } from "../restricted-container";
import { archiveMount } from "./archive-mount";

const volume = ownVolumes.package;

/** Where the downloader has the volume: where no volume of the user's is. */
const downloadDirectory = (member: MemberPlan): string =>
  isMountedByUser(member, "/pulsar/download") ? "/pulsar/function-mesh-download" : "/pulsar/download";

/** The image that the operator downloads with. */
const manifestImage = "streamnative/pulsarctl:2.10.2.3";

/** Downloads the member's package before the instance starts. */
export function packagePart(target: PlaceObjects, names: ReferencedNames): PodPart {
  const { member } = target;
  if (member.package === undefined) return {};
  const file = `${downloadDirectory(member)}/${fileName(member.package)}`;
  const access = isFromWeb(member.package.location) ? undefined : packageAccessOf(target, names);
  const downloader = renderDownloader(member, { package: member.package, file, access });
  return {
    initContainers: [downloader, ...(isProgram(member) ? [renderPermission(downloader, file, member.package)] : [])],
    volumes: joinedLists([{ name: volume, emptyDir: {} }], access?.volumes),
    mounts: instanceMounts(member, member.package),
  };
}

interface DownloaderWork {
  readonly package: PackagePlan;
  readonly file: string;
  readonly access: PulsarAccess | undefined;
}

function renderDownloader(member: MemberPlan, { package: { location }, file, access }: DownloaderWork): Container {
  const isFromManifest = member.origin !== undefined;
  const image = member.spec.downloaderImage ?? (isFromManifest ? manifestImage : imageWithTools(member));
  const tools = toolsOf(image, isFromManifest);
  const { env = [], envFrom = [], mounts = [] } = access ?? {};
  const reached = access ?? { clusterName: "", serviceUrl: "", env, envFrom, mounts, volumes: [] };
  return {
    name: "downloader",
    image,
    ...(member.imagePullPolicy === undefined ? {} : { imagePullPolicy: member.imagePullPolicy }),
    command: downloadCommand({ location, file, access: reached }, tools),
    env: [...downloadVariables(tools), ...env],
    ...(envFrom.length === 0 ? {} : { envFrom }),
    // It is gone when the instance starts, and takes nothing from the node beyond what that gets.
    resources: member.resources,
    securityContext: restrictedContainer,
    volumeMounts: joinedLists(
      [{ name: volume, mountPath: downloadDirectory(member) }],
      mounts,
      member.spec.volumeMounts,
    ),
  };
}

/** The member's own image, which is on the node in any case, unless it has nothing to download with. */
function imageWithTools({ image, package: downloaded }: MemberPlan): string {
  const toolsImage = downloaded?.toolsImage;
  return toolsImage === undefined || toolsOf(image, false) === "pulsarctl" ? image : toolsImage;
}

/** Programs may be executed. The tools that download write plain files, and one process does one thing. */
const renderPermission = (downloader: Container, file: string, { location }: PackagePlan): Container => ({
  ...downloader,
  name: "downloader-permission",
  command: ["chmod", "+x", literalArgument(file)],
  // For people who look at the pod.
  env: [{ name: "PACKAGE_LOCATION", value: literalArgument(location) }],
});

const isProgram = ({ kind, runtime, spec }: MemberPlan): boolean =>
  runtime === "golang" || (kind === "function" && spec.genericRuntime?.language === "executable");

const fileName = ({ path }: PackagePlan): string =>
  isKnown(path) ? (path.split("/").findLast((part) => part !== "") ?? "package") : "package";

/**
 * The file alone, which hides nothing that the image has beside it; of an archive a directory that can be written to. Nothing
 * where the user mounts a file of their own in its place.
 */
function instanceMounts(member: MemberPlan, downloaded: PackagePlan): readonly VolumeMount[] {
  const mount = archiveMount(member, volume);
  const mountPath = codePathOf(member);
  if (mount !== undefined) return [mount];
  return isMountedByUser(member, mountPath)
    ? []
    : [{ name: volume, mountPath, subPath: fileName(downloaded), readOnly: true }];
}
