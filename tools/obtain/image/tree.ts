import { lstat, readdir, readlink, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import { digestOf, digestOfFile } from "../digest";
import type { TarMember } from "./tar-header";

/** A file or directory of this machine and where it is to be in the image. */
export interface TreeSource {
  readonly from: string;
  readonly to: string;
}

/** A member of a layer together with the file that holds its content. */
export interface TreeMember extends TarMember {
  readonly source?: string;
}

const relative = (path: string): string =>
  posix
    .normalize(path)
    .replace(/^\/+|\/+$/g, "")
    .replace(/^\.$/, "");

/** Modes are made regular, since what the umask of a build left behind should not change an image. */
const fileMode = (mode: number): number => ((mode & 0o111) === 0 ? 0o644 : 0o755);
const directoryMode = (mode: number): number => ((mode & 0o1000) === 0 ? 0o755 : 0o1777);

async function describe(from: string, path: string): Promise<TreeMember | undefined> {
  const about = await lstat(from);
  if (about.isDirectory()) return { path, kind: "directory", mode: directoryMode(about.mode), size: 0 };
  if (about.isSymbolicLink()) return { path, kind: "symlink", mode: 0o777, size: 0, target: await readlink(from) };
  if (about.isFile()) return { path, kind: "file", mode: fileMode(about.mode), size: about.size, source: from };
  return undefined; // sockets and the like
}

/** The members of a layer in the order of their paths, which puts directories before what is in them. */
export async function listTree(sources: readonly TreeSource[]): Promise<TreeMember[]> {
  const members = new Map<string, TreeMember>();
  const add = async (from: string, path: string): Promise<void> => {
    const member = await describe(from, path);
    if (member !== undefined && path !== "") members.set(path, member);
    if (member?.kind !== "directory") return;
    for (const name of await readdir(from)) await add(join(from, name), path === "" ? name : `${path}/${name}`);
  };
  for (const { from, to } of sources) {
    const path = relative(to);
    for (let at = path.indexOf("/"); at > 0; at = path.indexOf("/", at + 1)) {
      const parent = path.slice(0, at);
      if (!members.has(parent)) members.set(parent, { path: parent, kind: "directory", mode: 0o755, size: 0 });
    }
    await stat(from); // a source that is missing must not make an image without it
    await add(from, path);
  }
  return [...members.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** SHA-256 over everything of the members that reaches the image. */
export async function digestOfTree(members: readonly TreeMember[]): Promise<string> {
  const texts: string[] = [];
  for (const { path, kind, mode, target = "", source } of members) {
    texts.push(path, kind, String(mode), target, source === undefined ? "" : await digestOfFile(source));
  }
  return digestOf(...texts);
}
