import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AssetValue } from "../../model/asset-value";
import { errorMessage } from "../../model/error-message";
import { UnusableContent } from "../admin/request";

/** SHA-256 of an asset's content, in hexadecimal digits; any other value as it is. Pulumi hashes assets before we get them. */
export function hashOfContent(value: unknown): unknown {
  if (!(value instanceof AssetValue)) return value;
  const { hash, text } = value;
  return hash ?? (text === undefined ? undefined : createHash("sha256").update(text).digest("hex"));
}

/** What a broker holds, as an asset. Code that `pulumi import` writes then says where the bytes are; to read them there is ours alone. */
export const contentAt = (url: string, hash: string): AssetValue => new AssetValue(undefined, undefined, url, hash);

export const emptyHash = createHash("sha256").digest("hex");

/** A version that is another one as soon as the content is: twelve digits of the hash. */
export const versionOfHash = (hash: string): string => hash.slice(0, 12);

/**
 * The bytes of an asset, read from the beginning. They end with an `UnusableContent` when they are not those that the
 * program means: of a plugin that was attached a relative path means another file, and a file may have changed meanwhile.
 */
export async function* bytesOf(content: AssetValue): AsyncGenerator<Uint8Array, void, undefined> {
  const seen = createHash("sha256");
  const source = sourceOf(content);
  try {
    for await (const chunk of source.chunks()) {
      seen.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw new UnusableContent(`${source.name} cannot be read (${codeOf(error)}). ${source.help}`);
  }
  if (seen.digest("hex") !== hashOfContent(content)) {
    throw new UnusableContent(`${source.name} is not what Pulumi saw when it compared. ${source.help}`);
  }
}

interface Source {
  readonly name: string;
  readonly help: string;
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

function sourceOf({ path, text, uri }: AssetValue): Source {
  if (text !== undefined) return { name: "the text", help: "Run again.", chunks: () => [Buffer.from(text)] };
  if (path !== undefined) return fileAt(resolve(path));
  if (uri === undefined) throw new UnusableContent("there is nothing to upload: content has to be an asset.");
  if (uri.startsWith("file:")) return fileAt(fileURLToPath(uri));
  return { name: uri, help: "Run again.", chunks: () => downloaded(uri) };
}

const fileAt = (path: string): Source => ({
  name: path,
  help: "Run again; a plugin that was attached, not started by Pulumi, needs an absolute path.",
  chunks: () => createReadStream(path),
});

async function* downloaded(url: string): AsyncGenerator<Uint8Array, void, undefined> {
  const { fetch } = await import("undici");
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  for await (const chunk of answer.body ?? []) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

function codeOf(error: unknown): string {
  const own = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return own instanceof Error && "code" in own ? String(own.code) : errorMessage(error);
}
