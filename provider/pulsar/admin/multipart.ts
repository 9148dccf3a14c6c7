import { randomUUID } from "node:crypto";
import { stringifyJson } from "./json";
import { type AdminRequest } from "./request";

/** What a call uploads: a part with JSON, and a file that is read while it is sent. */
export interface Upload {
  readonly metadata: unknown;
  readonly file: () => AsyncIterable<Uint8Array>;
}

/** The part of a request that uploads. Never more than a piece of the file is in memory. */
export function multipart({ metadata, file }: Upload): Pick<AdminRequest, "stream" | "contentType"> {
  // Nothing can be escaped in such a body, so it must be something that no file holds.
  const boundary = `function-mesh-${randomUUID()}`;
  const part = (name: string, type: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${name}\r\ncontent-type: ${type}\r\n\r\n`;
  async function* open(): AsyncGenerator<Uint8Array, void, undefined> {
    yield Buffer.from(`${part('name="metadata"', "application/json")}${stringifyJson(metadata)}\r\n`);
    yield Buffer.from(part('name="file"; filename="package"', "application/octet-stream"));
    yield* file();
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  return { stream: { open }, contentType: `multipart/form-data; boundary=${boundary}` };
}
