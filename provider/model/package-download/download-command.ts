import type { EnvVar } from "../kubernetes-types";
import { literalArgument } from "../literal-argument";
import { isFromWeb } from "../package-location";
import type { Download } from "./download";
import { pulsarAdminDownload } from "./pulsar-admin";
import { pulsarctlDownload } from "./pulsarctl";

/** The programs that the image of a downloader has. */
export type DownloadTools = "pulsar" | "pulsarctl";

interface ToolSet {
  readonly variables: readonly EnvVar[];
  readonly packages: (download: Download) => readonly string[];
  readonly web: (download: Download) => readonly string[];
}

const toolSets: Readonly<Record<DownloadTools, ToolSet>> = {
  pulsar: {
    variables: [
      // Compiling well what runs for a second took more than half of the processor's time.
      { name: "PULSAR_EXTRA_OPTS", value: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" },
      // The directory of the image is its own user's, and the tool tells at length that it cannot write there.
      { name: "PULSAR_LOG_DIR", value: "/tmp" },
    ],
    packages: pulsarAdminDownload,
    web: ({ location, file }) => [
      ...["curl", "--fail", "--silent", "--show-error", "--location", "--retry", "3"],
      ...["--output", literalArgument(file), literalArgument(location)],
    ],
  },
  pulsarctl: {
    // It keeps in its home directory that it has logged in; the user of the pod has none.
    variables: [{ name: "HOME", value: "/tmp" }],
    packages: pulsarctlDownload,
    web: ({ location, file }) => ["wget", "-O", literalArgument(file), literalArgument(location)],
  },
};

/** The command line that downloads a package. */
export function downloadCommand(download: Download, tools: DownloadTools): readonly string[] {
  const { packages, web } = toolSets[tools];
  return isFromWeb(download.location) ? web(download) : packages(download);
}

/** What the programs are told by environment variables. */
export const downloadVariables = (tools: DownloadTools): readonly EnvVar[] => toolSets[tools].variables;

/** Images that are known to have pulsarctl, by the last part of their name. */
const pulsarctlImages = /(^|\/)[^/]*(pulsarctl|pulsar-functions-(sn|generic)-[a-z]+-runner)[^/]*$/;

/** What a downloader's image has. Operator manifests state such with pulsarctl; all others are taken to be laid out as Pulsar's. */
export const toolsOf = (image: string, isFromManifest: boolean): DownloadTools =>
  isFromManifest || pulsarctlImages.test(image) ? "pulsarctl" : "pulsar";
