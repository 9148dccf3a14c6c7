import assert from "node:assert/strict";
import { BinaryWriter } from "google-protobuf";
import { textsOfEntry } from "../../tools/quickstart/own-clusters/entry-texts";

/** A message of a batch as Pulsar's clients write it, with a key and a property before the size. */
function inBatch(text: string): Buffer {
  const payload = Buffer.from(text);
  const writer = new BinaryWriter();
  writer.writeMessage(1, {}, (_, inner) => inner.writeString(1, "property"));
  writer.writeString(2, "key");
  writer.writeInt32(3, payload.length);
  writer.writeBool(4, false);
  const metadata = Buffer.from(writer.getResultBuffer());
  const size = Buffer.alloc(4);
  size.writeUInt32BE(metadata.length);
  return Buffer.concat([size, metadata, payload]);
}

describe("an entry of a topic that the quickstart reads", () => {
  const long = "x".repeat(70_000);
  const cases: readonly { name: string; entry: Buffer; size?: number; want: readonly string[] }[] = [
    { name: "one message", entry: Buffer.from("é 1"), want: ["é 1"] },
    { name: "a batch of one", entry: inBatch("one"), size: 1, want: ["one"] },
    {
      name: "a batch of several",
      entry: Buffer.concat(["é 1", "", long].map(inBatch)),
      size: 3,
      want: ["é 1", "", long],
    },
  ];
  for (const { name, entry, size, want } of cases) {
    it(name, () => assert.deepEqual(textsOfEntry(entry, size), want));
  }
});
