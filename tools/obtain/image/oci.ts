import { ImageWriter, type Descriptor } from "./image-writer";
import { copyLayers, readImage, type ImageConfig } from "./image-reader";
import type { TreeMember } from "./tree";

/** How containers of the image run; what is left out comes from the base image. */
export interface ImageSettings {
  /** Numeric `user:group`: a name would be refused under the restricted Pod Security level. */
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
}

export interface ImageContent {
  readonly name: string;
  /** An image file whose layers and settings come first. */
  readonly base?: string;
  readonly layers: readonly (readonly TreeMember[])[];
  readonly settings?: ImageSettings;
}

const architectures: Readonly<Partial<Record<NodeJS.Architecture, string>>> = { x64: "amd64", arm64: "arm64" };
const manifestType = "application/vnd.oci.image.manifest.v1+json";

function mergeConfig(base: ImageConfig, settings: ImageSettings): ImageConfig {
  const { user, environment = {}, workingDirectory, entrypoint, command } = settings;
  const inherited = (base.Env ?? []).filter((line) => !(line.slice(0, line.indexOf("=")) in environment));
  return {
    ...base,
    Env: [...inherited, ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)],
    ...(user === undefined ? {} : { User: user }),
    ...(workingDirectory === undefined ? {} : { WorkingDir: workingDirectory }),
    ...(entrypoint === undefined ? {} : { Entrypoint: entrypoint }),
    ...(command === undefined ? {} : { Cmd: command }),
  };
}

async function writeContent(writer: ImageWriter, content: ImageContent): Promise<string> {
  const { name, base, layers, settings = {} } = content;
  const below = base === undefined ? undefined : await readImage(base);
  const descriptors: Descriptor[] = [];
  if (below !== undefined) descriptors.push(...(await copyLayers(below, writer)));
  for (const members of layers) descriptors.push(await writer.addLayer(members));
  const config = await writer.addDocument("application/vnd.oci.image.config.v1+json", {
    architecture: architectures[process.arch] ?? process.arch,
    os: "linux",
    config: mergeConfig(below?.config ?? {}, settings),
    rootfs: { type: "layers", diff_ids: descriptors.map(({ digest }) => digest) }, // uncompressed: digest and id agree
    history: descriptors.map(() => ({ created_by: "function-mesh" })),
  });
  const document = { schemaVersion: 2, mediaType: manifestType, config, layers: descriptors };
  const manifest = await writer.addDocument(manifestType, document);
  const annotations = {
    "io.containerd.image.name": name, // the name under which containerd imports it
    "org.opencontainers.image.ref.name": name.slice(name.lastIndexOf(":") + 1),
  };
  await writer.addFile("oci-layout", JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  await writer.addFile("index.json", JSON.stringify({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }));
  await writer.finish();
  return manifest.digest;
}

/** Writes the image as one OCI tar file, the same bytes for the same content; returns the digest of its manifest. */
export async function writeImage(path: string, content: ImageContent): Promise<string> {
  const writer = await ImageWriter.create(path);
  try {
    return await writeContent(writer, content);
  } finally {
    await writer.file.close();
  }
}
