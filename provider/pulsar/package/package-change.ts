import { type AdminClient, cancellable } from "../admin/client";
import { isAlreadyExists } from "../admin/error";
import { textOf, textRecordOf } from "../resource/decode";
import { differingFields } from "../resource/diff";
import { warnOfForeignMark } from "../resource/foreign-mark";
import { judgeExisting, refuseUnlessUsable, stampKey, stampOf } from "../resource/ownership";
import { expectKept } from "../resource/read-back";
import { type OperationContext, type Properties, type StoredState } from "../resource/resource";
import {
  deleteVersion,
  type DescribedAs,
  type PackageMetadata,
  readMetadata,
  uploadPackage,
  writeMetadata,
} from "./package-api";
import { hashKey, packageFields } from "./package-args";
import { hashOfContent } from "./package-content";
import { readContentHash } from "./package-hash";
import { placeOf } from "./package-place";
import { actualFields, type ActualPackage, inWords, stampIn } from "./package-state";

/** Resolves to the time that the broker wrote it. */
export async function createPackage(inputs: Properties, context: OperationContext): Promise<number> {
  const admin = cancellable(context.admin, context.signal);
  const place = placeOf(inputs);
  return admin.serially(`package ${place.url}`, async () => {
    const found = await readMetadata(admin, place);
    if (found !== undefined) return takeOver(admin, inputs, { found, context });
    try {
      return await upload(admin, inputs, context);
    } catch (error) {
      // An earlier try of the same upload, whose answer was lost, or somebody else at this moment.
      const other = isAlreadyExists(error) ? await readMetadata(admin, place) : undefined;
      if (other === undefined) throw error;
      return takeOver(admin, inputs, { found: other, context });
    }
  });
}

async function upload(admin: AdminClient, inputs: Properties, context: OperationContext): Promise<number> {
  const described = describedAs(inputs, { urn: context.urn });
  await uploadPackage(admin, placeOf(inputs), { described, content: inputs["content"] });
  return verified(admin, inputs, context);
}

/** An upload that broke off leaves a version without all of its bytes, so bytes are compared, never what is said of them. */
async function takeOver(
  admin: AdminClient,
  inputs: Properties,
  { found, context }: { readonly found: PackageMetadata; readonly context: OperationContext },
): Promise<number> {
  const place = placeOf(inputs);
  const actual = { ...found, place, contentHash: await readContentHash(admin, place, context) };
  const differing = conflicts(inputs, actual, context);
  const verdict = judgeExisting({ stamp: stampIn(found), differing }, inputs, context.urn);
  refuseUnlessUsable(verdict, `Package ${place.url}`, differing);
  warnOfForeignMark({ what: `Package ${place.url}`, stamp: stampIn(found) }, context);
  if (actual.contentHash === hashOfContent(inputs["content"])) return describe(admin, inputs, { found, context });
  await deleteVersion(admin, place);
  return upload(admin, inputs, context);
}

/** What stands against taking a package over. A property that is missing does not: adding it takes nothing from anybody. */
function conflicts(inputs: Properties, actual: ActualPackage, { secrets }: OperationContext): readonly string[] {
  const declared = textRecordOf(inputs["properties"]);
  const present = Object.entries(declared).filter(([key]) => key in actual.properties);
  const wanted = { ...inputs, properties: Object.fromEntries(present) };
  return differingFields(packageFields, inWords(wanted), inWords(actualFields(actual, wanted)), secrets);
}

interface Described {
  readonly found: PackageMetadata;
  readonly context: OperationContext;
  /** Arguments as they were until now. */
  readonly old?: Properties;
}

async function describe(admin: AdminClient, inputs: Properties, { found, context, old }: Described): Promise<number> {
  const described = describedAs(inputs, { urn: context.urn, found, ...(old === undefined ? {} : { old }) });
  await writeMetadata(admin, placeOf(inputs), { ...described, createTime: found.createTime });
  return verified(admin, inputs, context, old);
}

/** What is sent of a version: it replaces all, so what is not declared is sent as it is, unless it was declared until now. */
function describedAs(
  inputs: Properties,
  { urn, found, old = {} }: { readonly urn: string; readonly found?: PackageMetadata; readonly old?: Properties },
): DescribedAs {
  const text = (name: "description" | "contact"): string | undefined =>
    textOf(inputs[name]) ?? (old[name] === undefined ? found?.[name] : undefined);
  const dropped = textRecordOf(old["properties"]);
  const kept = Object.entries(found?.properties ?? {}).filter(([key]) => !(key in dropped));
  return {
    description: text("description"),
    contact: text("contact"),
    properties: {
      ...Object.fromEntries(kept),
      ...textRecordOf(inputs["properties"]),
      [hashKey]: String(hashOfContent(inputs["content"])),
      [stampKey]: stampOf(urn),
    },
  };
}

async function verified(
  admin: AdminClient,
  inputs: Properties,
  { secrets }: OperationContext,
  old: Properties = {},
): Promise<number> {
  const place = placeOf(inputs);
  const contentHash = String(hashOfContent(inputs["content"]));
  let modificationTime = 0;
  await expectKept(`package ${place.url}`, async () => {
    const found = await readMetadata(admin, place);
    if (found === undefined) return ["itself (it is not there)"];
    modificationTime = found.modificationTime;
    const actual = actualFields({ ...found, place, contentHash }, inputs);
    const unset = (["description", "contact"] as const).filter(
      (name) => inputs[name] === undefined && old[name] !== undefined && found[name] !== undefined,
    );
    return [...differingFields(packageFields, inputs, actual, secrets), ...unset.map((name) => `${name} (unset)`)];
  });
  return modificationTime;
}

/** Writes what describes the version, and resolves to the time that the broker wrote it. */
export async function updatePackage(old: StoredState, inputs: Properties, context: OperationContext): Promise<number> {
  const admin = cancellable(context.admin, context.signal);
  const place = placeOf(inputs);
  return admin.serially(`package ${place.url}`, async () => {
    const found = await readMetadata(admin, place);
    if (found === undefined) throw new Error(`Package ${place.url} is gone: refresh, then it is uploaded again.`);
    // To describe bytes sets the time that tells of others' writes, so those that came before are looked at first.
    const isUntouched = old.outputs["modificationTime"] === found.modificationTime;
    if (!isUntouched && (await readContentHash(admin, place, context)) !== hashOfContent(inputs["content"])) {
      throw new Error(
        `Package ${place.url} holds other bytes than were uploaded here: refresh, then they are uploaded again.`,
      );
    }
    return describe(admin, inputs, { found, context, old: old.inputs });
  });
}
