import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../generate/root";
import { resultOf, type Step } from "./step";

const run = promisify(execFile);
const maxBytes = 1024 * 1024;

/** What git keeps is small, and tells nothing about the machine it was written on. */
export const trackedFilesStep: Step = {
  name: "tracked files",
  run: async () => {
    const places = await machinePlaces();
    const paths = (await run("git", ["ls-files", "-z"], { cwd: root, maxBuffer: 1 << 24 })).stdout.split("\0");
    const findings = await Promise.all(paths.filter((path) => path !== "").map((path) => examine(path, places)));
    return resultOf(findings.flat());
  },
};

async function examine(path: string, places: readonly string[]): Promise<readonly string[]> {
  const file = join(root, path);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return [];
  if (found.size > maxBytes) return [`${path} has ${found.size} bytes: at most ${maxBytes} belong into the repository`];
  return findPlaces(await readFile(file, "utf8"), places).map(
    (place) => `${path} mentions ${place}, which is this machine's own`,
  );
}

/** The places a text mentions; a path counts only where it is not the beginning of a longer word. */
export const findPlaces = (text: string, places: readonly string[]): readonly string[] =>
  places.filter((place) =>
    text
      .split(place)
      .slice(1)
      .some((rest) => !/^[\w.-]/.test(rest)),
  );

/** The checkout, the home directory, and the hosts of package registries that only this machine uses. */
async function machinePlaces(): Promise<readonly string[]> {
  const registry = await run("npm", ["config", "get", "registry"], { cwd: root }).then(
    ({ stdout }) => stdout,
    () => "",
  );
  const settings = [registry, process.env["GOPROXY"], process.env["PIP_INDEX_URL"], process.env["npm_config_registry"]];
  return [root, homedir(), ...privateHosts(settings.join(" "))].filter((place) => !commonPlaces.has(place));
}

/** Home directories that every container has; paths like these stand in documentation and manifests. */
const commonPlaces = new Set(["/", "/root"]);

const publicHosts = /(^|\.)(npmjs\.org|golang\.org|pypi\.org|pythonhosted\.org)$/;

/** Hosts of URLs, without the registries that everybody uses. */
export function privateHosts(text: string): readonly string[] {
  const hosts = text.match(/https?:\/\/[^\s,|]+/g)?.map((url) => new URL(url).hostname) ?? [];
  return [...new Set(hosts)].filter((host) => !publicHosts.test(host));
}
