import { cancellable } from "./admin/client";
import { readMetadata } from "./package/package-api";
import { checkPackageArgs, packageFields } from "./package/package-args";
import { createPackage, updatePackage } from "./package/package-change";
import { deletePackage } from "./package/package-deletion";
import { readContentHash } from "./package/package-hash";
import { placeOf, placeOfUrl } from "./package/package-place";
import { actualFields, imported, outputsOf, stampIn } from "./package/package-state";
import { asDeclared, diffFields } from "./resource/diff";
import { previewForeignMark } from "./resource/foreign-mark";
import { stampOf } from "./resource/ownership";
import { ownershipFields } from "./resource/ownership-fields";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type StoredState,
} from "./resource/resource";

/** What makes a version another object; with the same ones a new one cannot stand beside the old one. */
const names = ["type", "tenant", "namespace", "name", "version"];

function diff(oldInputs: Properties, newInputs: Properties): ReturnType<PulsarResource["diff"]> {
  const changes = diffFields(packageFields, oldInputs, newInputs);
  return { changes, deleteBeforeReplace: !changes.some(({ path }) => names.includes(path)) };
}

async function read(id: string, state: StoredState, context: OperationContext): ReturnType<PulsarResource["read"]> {
  const admin = cancellable(context.admin, context.signal);
  const place = placeOfUrl(id);
  const found = await readMetadata(admin, place);
  if (found === undefined) return undefined;
  // Whoever writes a version or its properties sets the time. Only then its bytes may be others.
  const { contentHash: known, modificationTime } = state.outputs;
  const isUntouched = typeof known === "string" && modificationTime === found.modificationTime;
  const actual = { ...found, place, contentHash: isUntouched ? known : await readContentHash(admin, place, context) };
  const declared = isImport(state) ? imported(actual) : state.inputs;
  const inputs = asDeclared(packageFields, declared, actualFields(actual, declared));
  const stamp = state.outputs["stamp"] ?? stampIn(found) ?? stampOf(context.urn);
  return { id, inputs, outputs: { ...outputsOf(inputs, stamp), modificationTime: found.modificationTime } };
}

function previewPackageMark(inputs: Properties, context: OperationContext): Promise<void> {
  const place = placeOf(inputs);
  return previewForeignMark(inputs, context, {
    what: `Package ${place.url}`,
    stamp: async (admin) => {
      const found = await readMetadata(admin, place);
      return found === undefined ? undefined : stampIn(found);
    },
  });
}

export const pulsarPackage: PulsarResource = {
  type: "function-mesh:pulsar:Package",
  check: checkPackageArgs,
  diff,
  async create(inputs, context) {
    const outputs = outputsOf(inputs, stampOf(context.urn));
    const id = String(outputs["url"]);
    if (context.preview) {
      await previewPackageMark(inputs, context);
      return { id, outputs };
    }
    return { id, outputs: { ...outputs, modificationTime: await createPackage(inputs, context) } };
  },
  read,
  async update(_id, old, inputs, context) {
    const isAtBroker = diffFields(packageFields, old.inputs, inputs).some(({ path }) => !(path in ownershipFields));
    const { stamp, modificationTime } = old.outputs;
    if (!isAtBroker) return { ...outputsOf(inputs, stamp ?? stampOf(context.urn)), modificationTime };
    const outputs = outputsOf(inputs, stampOf(context.urn));
    return context.preview ? outputs : { ...outputs, modificationTime: await updatePackage(old, inputs, context) };
  },
  delete: async (id, state, context) => {
    if (state.inputs["onDelete"] !== "retain") await deletePackage(placeOfUrl(id), state.outputs, context);
  },
};
