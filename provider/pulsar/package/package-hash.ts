import { createHash } from "node:crypto";
import { type AdminClient } from "../admin/client";
import { AdminError, unlessNotFound } from "../admin/error";
import { transferTimeoutMs } from "./package-api";
import { type PackagePlace, versionPath } from "./package-place";

/** Stands where the hash would of bytes that do not end. */
export const unfinished = "unfinished";

/** How long nothing may come until bytes are doubted. */
const usualIdleMs = 20_000;
/** How often bytes are read of a broker that is silent, and then slow with all else. */
const mostReadings = 3;

export interface HashReading {
  readonly signal: AbortSignal;
  readonly idleMs?: number;
}

/**
 * The hash of the bytes that the broker gives for a version. Of an upload that broke off it gives what there is, or, with
 * BookKeeper as its storage, waits for ever for the end. A broker that is busy is silent as well, so bytes count as unfinished
 * only where it is quick with other answers.
 */
export async function readContentHash(admin: AdminClient, place: PackagePlace, reading: HashReading): Promise<string> {
  for (let readings = 1; ; readings++) {
    try {
      return await hashOfBytes(admin, place, reading);
    } catch (error) {
      if (!isSilence(error)) throw error;
      if (await answersAtOnce(admin, place, reading)) return unfinished;
      if (readings === mostReadings) throw error;
    }
  }
}

async function hashOfBytes(admin: AdminClient, place: PackagePlace, reading: HashReading): Promise<string> {
  let hash = createHash("sha256");
  const receive = (): ((chunk: Uint8Array) => void) => {
    const fresh = createHash("sha256");
    hash = fresh;
    return (chunk) => void fresh.update(chunk);
  };
  const { signal, idleMs = usualIdleMs } = reading;
  const request = { ...asked(place), path: versionPath(place), receive, timeoutMs: transferTimeoutMs } as const;
  const answer = await unlessNotFound(admin.send({ ...request, silenceMs: idleMs, signal }));
  return answer === undefined ? unfinished : hash.digest("hex");
}

/** Whether the broker answers a small question with its first try, and in a quarter of the time that the bytes had. */
async function answersAtOnce(admin: AdminClient, place: PackagePlace, reading: HashReading): Promise<boolean> {
  let tries = 0;
  const { signal, idleMs = usualIdleMs } = reading;
  const request = { ...asked(place), path: versionPath(place, "metadata"), onTry: () => void tries++ };
  try {
    await unlessNotFound(admin.send({ ...request, silenceMs: idleMs / 4, signal }));
    return tries === 1;
  } catch (error) {
    if (isSilence(error)) return false;
    throw error;
  }
}

const asked = ({ url }: PackagePlace) => ({ method: "GET", purpose: `compare the content of package ${url}` }) as const;

const isSilence = (error: unknown): boolean => error instanceof AdminError && error.kind === "silence";
