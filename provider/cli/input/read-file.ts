import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { UnreadableFile } from "./unreadable-file";
import { errorMessage } from "../../model/error-message";

/** More than any mesh needs; a wrong file, such as a disk image, is refused before it fills the memory. */
const maxBytes = 64 * 1024 * 1024;

/** The text of a file; `-` is standard input. */
export function readFile(file: string): string {
  try {
    const bytes = file === "-" ? readStandardInput() : readBytes(file);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(`cannot be read: ${reason(error)}`);
  }
}

function readBytes(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    refuseAbove(fstatSync(descriptor).size);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Piece by piece, since a pipe has no size and may have nothing yet. */
function readStandardInput(): Buffer {
  const pieces: Buffer[] = [];
  const piece = Buffer.alloc(1 << 16);
  let total = 0;
  for (let size = readPiece(piece); size > 0; size = readPiece(piece)) {
    pieces.push(Buffer.from(piece.subarray(0, size)));
    total += size;
    refuseAbove(total);
  }
  return Buffer.concat(pieces);
}

/** Node.js opens some pipes without blocking: then there is nothing yet, which is not the end. */
function readPiece(piece: Buffer): number {
  for (;;) {
    try {
      return readSync(0, piece);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function refuseAbove(bytes: number): void {
  if (bytes <= maxBytes) return;
  throw new UnreadableFile(`is too large: at most ${maxBytes / 1024 / 1024} MiB are read`);
}

const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, "code") : undefined);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a directory",
  EACCES: "permission denied",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not text in UTF-8",
};

const reason = (error: unknown): string => {
  const known = reasons[String(codeOf(error))];
  return known ?? errorMessage(error);
};
