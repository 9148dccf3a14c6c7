import { createHash } from "node:crypto";
import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { transferTimeoutMs } from "./package-api";
import { type PackagePlace, versionPath } from "./package-place";

/** Stands where the hash would of bytes that do not end. */
export const unfinished = "unfinished";

/** How long nothing may come until bytes count as unfinished. The broker has just answered other calls then. */
const usualIdleMs = 20_000;

export interface HashReading {
  readonly signal: AbortSignal;
  readonly idleMs?: number;
}

/**
 * The hash of the bytes that the broker gives for a version. Of an upload that broke off it gives what there is, or, with
 * BookKeeper as its storage, waits for ever for the end.
 */
export async function readContentHash(
  admin: AdminClient,
  place: PackagePlace,
  { signal, idleMs = usualIdleMs }: HashReading,
): Promise<string> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), idleMs);
  let hash = createHash("sha256");
  const receive = (): ((chunk: Uint8Array) => void) => {
    const fresh = createHash("sha256");
    hash = fresh;
    return (chunk) => {
      timer.refresh();
      fresh.update(chunk);
    };
  };
  const request = {
    method: "GET",
    path: versionPath(place),
    receive,
    timeoutMs: transferTimeoutMs,
    signal: AbortSignal.any([signal, silence.signal]),
    purpose: `compare the content of package ${place.url}`,
  } as const;
  try {
    return (await unlessNotFound(admin.send(request))) === undefined ? unfinished : hash.digest("hex");
  } catch (error) {
    if (silence.signal.aborted && !signal.aborted) return unfinished;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
