import { open, type FileHandle } from "node:fs/promises";
import type { Descriptor, ImageWriter } from "./image-writer";
import { blockSize, paddingAfter } from "./tar-header";

/** The part of an image's configuration that says how its containers run. */
export interface ImageConfig {
  readonly User?: string;
  readonly Env?: readonly string[];
  readonly WorkingDir?: string;
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
}

/** An image file of ours, as far as building on it needs. */
export interface ReadImage {
  readonly path: string;
  readonly digest: string;
  readonly config: ImageConfig;
  readonly layers: readonly Descriptor[];
  /** Where in the file each blob begins, by digest. */
  readonly offsets: ReadonlyMap<string, number>;
}

interface Place {
  readonly offset: number;
  readonly size: number;
}

const textOf = (header: Buffer, from: number, length: number): string =>
  header.toString("utf8", from, from + length).replace(/\0.*$/s, "");

/** Where each file of the archive is; the names that {@link ImageWriter} gives always fit into one header. */
async function listArchive(file: FileHandle): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  const header = Buffer.alloc(blockSize);
  for (let offset = 0; ;) {
    const { bytesRead } = await file.read(header, 0, blockSize, offset);
    if (bytesRead < blockSize || header[0] === 0) return places;
    const size = parseInt(textOf(header, 124, 12), 8);
    places.set(textOf(header, 0, 100), { offset: offset + blockSize, size });
    offset += blockSize + size + paddingAfter(size);
  }
}

interface Manifest {
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}
interface Documents {
  readonly index: { readonly manifests: readonly Descriptor[] };
  readonly manifest: Manifest;
  readonly config: { readonly config: ImageConfig };
}

async function readDocument<Kind extends keyof Documents>(file: FileHandle, place?: Place): Promise<Documents[Kind]> {
  if (place === undefined) throw new Error("the image file lacks a part of itself");
  const data = Buffer.alloc(place.size);
  await file.read(data, 0, place.size, place.offset);
  const document: Documents[Kind] = JSON.parse(data.toString("utf8")); // written by us
  return document;
}

/** Reads what an image file made by us consists of. */
export async function readImage(path: string): Promise<ReadImage> {
  const file = await open(path, "r");
  try {
    const places = await listArchive(file);
    const blob = (digest: string): Place | undefined => places.get(`blobs/${digest.replace(":", "/")}`);
    const [entry] = (await readDocument<"index">(file, places.get("index.json"))).manifests;
    if (entry === undefined) throw new Error(`${path} holds no image`);
    const manifest = await readDocument<"manifest">(file, blob(entry.digest));
    const { config } = await readDocument<"config">(file, blob(manifest.config.digest));
    const offsets = new Map(manifest.layers.map(({ digest }) => [digest, blob(digest)?.offset ?? 0]));
    return { path, digest: entry.digest, config, layers: manifest.layers, offsets };
  } finally {
    await file.close();
  }
}

/** Copies the image's layers into another. */
export async function copyLayers(image: ReadImage, writer: ImageWriter): Promise<readonly Descriptor[]> {
  const file = await open(image.path, "r");
  try {
    for (const layer of image.layers) await writer.copyBlob(layer, file, image.offsets.get(layer.digest) ?? 0);
  } finally {
    await file.close();
  }
  return image.layers;
}
