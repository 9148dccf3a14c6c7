import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findEntry, obtainOnce, type Entry } from "./cache";
import { digestOf } from "./digest";
import { imageRecipes, type ImageKind } from "./image/recipes";
import { readImage } from "./image/image-reader";
import { writeImage, type ImageContent, type ImageSettings } from "./image/oci";
import { digestOfTree, listTree } from "./image/tree";
import { longStep } from "./progress";
import { explaining } from "./unobtainable";

/** A container image in a file that `ctr images import` takes; no registry is involved. */
export interface Image {
  readonly name: string;
  readonly tar: string;
  /** Digest of the manifest: equal images have equal digests. */
  readonly digest: string;
}

export interface ImageLayer {
  /** Its content becomes the layer. */
  readonly directory: string;
  /** Where in the image it is to be; @default the root */
  readonly prefix?: string;
}

export interface ImageOptions extends ImageSettings {
  /** `localhost/…:TAG`; a tag other than `latest`, which would be pulled each time. */
  readonly name: string;
  readonly layers: readonly ImageLayer[];
  /** The image to build on. */
  readonly base?: Image;
}

const tarIn = (directory: string): string => join(directory, "image.tar");

async function imageIn(directory: string, name: string): Promise<Image> {
  return { name, tar: tarIn(directory), digest: (await readFile(join(directory, "digest"), "utf8")).trim() };
}

async function writeEntry(directory: string, content: ImageContent): Promise<void> {
  await writeFile(join(directory, "digest"), `${await writeImage(tarIn(directory), content)}\n`);
}

async function recipeEntry(kind: ImageKind): Promise<Entry> {
  const recipe = imageRecipes[kind];
  return { name: `image-${kind}`, version: recipe.version, key: digestOf(...(await recipe.inputs())) };
}

/** The image if it is there already, without obtaining what it is made from. */
export async function findImage(kind: ImageKind): Promise<Image | undefined> {
  const directory = findEntry(await recipeEntry(kind));
  return directory === undefined ? undefined : imageIn(directory, imageRecipes[kind].name);
}

/**
 * One of the images of the tests: `pause` holds a pod's network, `java` and `python` run Pulsar's instances and are
 * laid out as Pulsar's own images are.
 */
export async function obtainImage(kind: ImageKind): Promise<Image> {
  const { name, sources, settings, expected } = imageRecipes[kind];
  const make = async (temporary: string): Promise<void> => {
    const stage = join(temporary, "stage");
    await mkdir(stage);
    const layers = await sources(stage);
    await longStep(`writing the image ${name}`, expected, async () => {
      await writeEntry(temporary, { name, settings, layers: await Promise.all(layers.map(listTree)) });
    });
    await rm(stage, { recursive: true });
  };
  const directory = await obtainOnce(await recipeEntry(kind), (temporary) =>
    explaining(`the image ${name}`, "everything but tests with real pods works without it", () => make(temporary)),
  );
  return imageIn(directory, name);
}

/** Builds an image from directories, on top of another when `base` is given; the same content is built only once. */
export async function buildImage({ name, layers, base, ...settings }: ImageOptions): Promise<Image> {
  const trees = await Promise.all(
    layers.map(({ directory, prefix = "/" }) => listTree([{ from: directory, to: prefix }])),
  );
  const below = base === undefined ? "" : (await readImage(base.tar)).digest;
  const digests = await Promise.all(trees.map(digestOfTree));
  const key = digestOf(name, below, JSON.stringify(settings), ...digests);
  const path = await obtainOnce({ name: "image-built", version: name.replace(/[^\w.-]+/g, "_"), key }, (directory) =>
    writeEntry(directory, { name, settings, layers: trees, ...(base === undefined ? {} : { base: base.tar }) }),
  );
  return imageIn(path, name);
}
