import { AssetValue } from "../../model/asset-value";
import { type AdminClient } from "../admin/client";
import { AdminError, isNotFound, unlessNotFound } from "../admin/error";
import { multipart } from "../admin/multipart";
import { numberOf, recordOf, textOf, textRecordOf, textsOf } from "../resource/decode";
import { bytesOf } from "./package-content";
import { type PackagePlace, versionPath, versionsPath } from "./package-place";

/** What the broker keeps of a version beside its bytes. */
export interface PackageMetadata {
  readonly description: string | undefined;
  readonly contact: string | undefined;
  readonly createTime: number;
  readonly modificationTime: number;
  /** Ours among them. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The part of it that a write decides. */
export type DescribedAs = Pick<PackageMetadata, "description" | "contact" | "properties">;

/** The longest that the bytes of a package may take. */
export const transferTimeoutMs = 3_600_000;

/**
 * The metadata of a version, `undefined` when there is none. To ask for those of a version that was never there would make it
 * appear in lists, so lists are asked first; they go on naming versions that were deleted.
 */
export async function readMetadata(admin: AdminClient, place: PackagePlace): Promise<PackageMetadata | undefined> {
  const purpose = `read package ${place.url}`;
  const versions = await unlessNotFound(admin.send({ method: "GET", path: versionsPath(place), purpose }));
  if (!textsOf(versions?.json()).includes(place.version)) return undefined;
  const answer = await unlessNotFound(admin.send({ method: "GET", path: versionPath(place, "metadata"), purpose }));
  if (answer === undefined) return undefined;
  const body = recordOf(answer.json());
  return {
    description: textOf(body["description"]),
    contact: textOf(body["contact"]),
    createTime: numberOf(body["createTime"]) ?? 0,
    modificationTime: numberOf(body["modificationTime"]) ?? 0,
    properties: textRecordOf(body["properties"]),
  };
}

/** Uploads a version that is not there. */
export async function uploadPackage(
  admin: AdminClient,
  place: PackagePlace,
  { described, content }: { readonly described: DescribedAs; readonly content: unknown },
): Promise<void> {
  if (!(content instanceof AssetValue)) throw new Error("content is missing.");
  const upload = admin.send({
    method: "POST",
    path: versionPath(place),
    ...multipart({ metadata: described, file: () => bytesOf(content) }),
    timeoutMs: transferTimeoutMs,
    purpose: `upload package ${place.url}`,
  });
  await upload.catch((error: unknown) => {
    throw withMissingPlace(error, place);
  });
}

/** A broker that checks who may upload looks at the tenant and the namespace, and does not say their names. */
function withMissingPlace(error: unknown, { tenant, pulsarNamespace }: PackagePlace): unknown {
  if (!isNotFound(error)) return error;
  const missing = /tenant/i.test(error.reason)
    ? { what: `tenant ${tenant}`, field: "tenant" }
    : { what: `namespace ${tenant}/${pulsarNamespace}`, field: "namespace" };
  const sentence = `${missing.what} does not exist. Create it first, or correct ${missing.field}.`;
  return new AdminError({ ...error.facts, sentence });
}

/** Replaces what describes a version; what is not sent would be gone. */
export async function writeMetadata(
  admin: AdminClient,
  place: PackagePlace,
  metadata: DescribedAs & Pick<PackageMetadata, "createTime">,
): Promise<void> {
  const purpose = `describe package ${place.url}`;
  await admin.send({ method: "PUT", path: versionPath(place, "metadata"), body: metadata, purpose });
}

/** Deletes a version that is or was there. Of one that is gone the broker answers 500. */
export async function deleteVersion(admin: AdminClient, place: PackagePlace): Promise<void> {
  const purpose = `delete package ${place.url}`;
  try {
    await unlessNotFound(admin.send({ method: "DELETE", path: versionPath(place), purpose }));
  } catch (error) {
    const isDoubtful = error instanceof AdminError && error.status === 500;
    if (!isDoubtful || (await readMetadata(admin, place)) !== undefined) throw error;
  }
}
