import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { obtainOnce } from "./cache";
import { runLogged } from "./child";
import { checkDigest } from "./digest";
import { interruption } from "./interrupt";
import { longStep, say } from "./progress";
import { reason } from "./unobtainable";
import { versions } from "./versions";

const probeLimitMs = 3_000;
const downloadLimitMs = 10 * 60_000;
const releases = "https://get.pulumi.com/releases/sdk";
const platform = `${process.platform}-${process.arch}`;

/** The checksum of a file in a list as `sha256sum` writes it. */
export function checksumIn(list: string, file: string): string | undefined {
  const line = list.split("\n").find((row) => row.trimEnd().endsWith(` ${file}`) || row.trimEnd().endsWith(`*${file}`));
  return line === undefined ? undefined : /^[0-9a-f]{64}(?=\s)/.exec(line)?.[0];
}

/** The release's list of checksums: also the probe that tells whether the release can be reached at all. */
async function readChecksums(base: string): Promise<string | undefined> {
  try {
    const url = `${base}/pulumi-${versions.pulumi.replace(/^v/, "")}-checksums.txt`;
    const response = await fetch(url, { signal: AbortSignal.timeout(probeLimitMs) });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined; // no network, or one that reaches package registries only
  }
}

async function download(url: string, file: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.any([interruption, AbortSignal.timeout(downloadLimitMs)]) });
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
}

async function unpackRelease(url: string, sha256: string, directory: string): Promise<void> {
  const archive = join(directory, "release.tar.gz");
  await download(url, archive);
  await checkDigest(archive, sha256);
  const unpack = ["-xzf", archive, "-C", directory, "--strip-components=1"]; // everything is below one folder
  await runLogged({ command: "tar", args: unpack, log: "pulumi-release" });
  await rm(archive);
}

/** The directory with what the release holds, or undefined when it is not to be had from there. */
export async function tryRelease(base: string): Promise<string | undefined> {
  const list = await readChecksums(base);
  const file = `pulumi-${versions.pulumi}-${platform}.tar.gz`;
  const sha256 = list === undefined ? undefined : checksumIn(list, file);
  if (sha256 === undefined) return undefined;
  try {
    return await obtainOnce({ name: "pulumi-release", version: `${versions.pulumi}-${platform}` }, (directory) =>
      longStep(`downloading Pulumi ${versions.pulumi}`, "under a minute on most networks", () =>
        unpackRelease(`${base}/${file}`, sha256, directory),
      ),
    );
  } catch (error) {
    interruption.throwIfAborted();
    say(`the release of Pulumi could not be taken (${reason(error)}); building it instead`);
    return undefined;
  }
}

let attempt: Promise<string | undefined> | undefined;

/** The directory of the official release, or undefined where it cannot be reached; asked once in a run. */
export const obtainRelease = (): Promise<string | undefined> => (attempt ??= tryRelease(releases));
