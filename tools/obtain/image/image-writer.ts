import { createHash, type Hash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { interruption } from "../interrupt";
import { blockSize, paddingAfter, tarHeader } from "./tar-header";
import type { TreeMember } from "./tree";

/** What an image refers to a piece of its content by. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const bufferSize = 4 << 20;
const zeros = Buffer.alloc(2 * blockSize);
const blobPath = (digest: string): string => `blobs/${digest.replace(":", "/")}`;

/**
 * Writes an OCI image as one tar file in a single pass. A layer is itself a tar whose name is the digest of its
 * content, known only at the end: its header is left empty, the content is written and hashed, the header filled in.
 */
export class ImageWriter {
  readonly #buffer = Buffer.alloc(bufferSize);
  #filled = 0;
  #position = 0;
  #hash: Hash | undefined;

  private constructor(readonly file: FileHandle) {}

  static async create(path: string): Promise<ImageWriter> {
    return new ImageWriter(await open(path, "w"));
  }

  async #flush(): Promise<void> {
    interruption.throwIfAborted();
    const piece = this.#buffer.subarray(0, this.#filled);
    this.#hash?.update(piece);
    let written = 0;
    while (written < piece.length) {
      written += (await this.file.write(piece, written, piece.length - written, this.#position + written)).bytesWritten;
    }
    this.#position += piece.length;
    this.#filled = 0;
  }

  async #write(data: Buffer): Promise<void> {
    let taken = 0;
    while (taken < data.length) {
      if (this.#filled === bufferSize) await this.#flush();
      const count = data.copy(this.#buffer, this.#filled, taken);
      this.#filled += count;
      taken += count;
    }
  }

  /** Copies a piece of a file, straight into the buffer. */
  async #copy(source: FileHandle, from: number, size: number): Promise<void> {
    let left = size;
    while (left > 0) {
      if (this.#filled === bufferSize) await this.#flush();
      const room = Math.min(left, bufferSize - this.#filled);
      const { bytesRead } = await source.read(this.#buffer, this.#filled, room, from + size - left);
      if (bytesRead === 0) throw new Error("a file became shorter while it was written into an image");
      this.#filled += bytesRead;
      left -= bytesRead;
    }
  }

  async #copyFile(path: string, size: number): Promise<void> {
    if (size === 0) return;
    const source = await open(path, "r");
    try {
      await this.#copy(source, 0, size);
    } finally {
      await source.close();
    }
  }

  async #writeMember(member: TreeMember): Promise<void> {
    await this.#write(tarHeader(member));
    if (member.source === undefined) return;
    await this.#copyFile(member.source, member.size);
    await this.#write(zeros.subarray(0, paddingAfter(member.size)));
  }

  /** Adds a layer with these members. */
  async addLayer(members: readonly TreeMember[]): Promise<Descriptor> {
    await this.#flush();
    const headerAt = this.#position;
    await this.#write(zeros.subarray(0, blockSize));
    await this.#flush();
    const hash = createHash("sha256");
    this.#hash = hash;
    for (const member of members) await this.#writeMember(member);
    await this.#write(zeros);
    await this.#flush();
    this.#hash = undefined;
    const size = this.#position - headerAt - blockSize; // a multiple of the block size, so no padding follows
    const digest = `sha256:${hash.digest("hex")}`;
    const header = tarHeader({ path: blobPath(digest), kind: "file", mode: 0o644, size });
    await this.file.write(header, 0, blockSize, headerAt);
    return { mediaType: "application/vnd.oci.image.layer.v1.tar", digest, size };
  }

  /** Adds a piece of another image file as it is. */
  async copyBlob(descriptor: Descriptor, source: FileHandle, from: number): Promise<void> {
    const { digest, size } = descriptor;
    await this.#write(tarHeader({ path: blobPath(digest), kind: "file", mode: 0o644, size }));
    await this.#copy(source, from, size);
    await this.#write(zeros.subarray(0, paddingAfter(size)));
  }

  /** Adds a small file under its own name. */
  async addFile(path: string, text: string): Promise<void> {
    const data = Buffer.from(text);
    await this.#write(tarHeader({ path, kind: "file", mode: 0o644, size: data.length }));
    await this.#write(data);
    await this.#write(zeros.subarray(0, paddingAfter(data.length)));
  }

  /** Adds a JSON document under its digest. */
  async addDocument(mediaType: string, document: unknown): Promise<Descriptor> {
    const text = JSON.stringify(document);
    const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    await this.addFile(blobPath(digest), text);
    return { mediaType, digest, size: Buffer.byteLength(text) };
  }

  async finish(): Promise<void> {
    await this.#write(zeros);
    await this.#flush();
  }
}
