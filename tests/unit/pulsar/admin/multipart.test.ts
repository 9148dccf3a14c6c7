import assert from "node:assert/strict";
import { multipart } from "../../../../provider/pulsar/admin/multipart";

describe("provider/pulsar/admin/multipart", () => {
  async function* file(): AsyncGenerator<Uint8Array, void, undefined> {
    yield Buffer.from("by");
    yield Buffer.from("tes\r\n");
  }
  async function sent({ stream }: ReturnType<typeof multipart>): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream?.open() ?? []) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it("is a part with JSON and one with the file, whose bytes stay as they are", async () => {
    const parts = multipart({ metadata: { description: 'é "' }, file });
    const boundary = parts.contentType?.split("boundary=")[1] ?? "";
    assert.match(boundary, /^[\w-]{20,60}$/);
    assert.deepEqual((await sent(parts)).split(`--${boundary}`), [
      "",
      '\r\ncontent-disposition: form-data; name="metadata"\r\ncontent-type: application/json\r\n\r\n{"description":"é \\""}\r\n',
      '\r\ncontent-disposition: form-data; name="file"; filename="package"\r\ncontent-type: application/octet-stream\r\n\r\nbytes\r\n\r\n',
      "--\r\n",
    ]);
  });
  it("can be sent again from the beginning", async () => {
    const parts = multipart({ metadata: {}, file });
    assert.equal(await sent(parts), await sent(parts));
  });
});
