import { BinaryReader } from "google-protobuf";

/**
 * The texts in an entry of a topic, as the admin API hands it out: the payload of one message, or those of a batch, each
 * after its own metadata.
 */
export function textsOfEntry(entry: Buffer, batchSize: number | undefined): readonly string[] {
  if (batchSize === undefined) return [entry.toString()];
  const texts: string[] = [];
  let position = 0;
  while (texts.length < batchSize) {
    const start = position + 4 + entry.readUInt32BE(position);
    position = start + payloadSizeIn(entry.subarray(start - entry.readUInt32BE(position), start));
    texts.push(entry.subarray(start, position).toString());
  }
  return texts;
}

/** Field 3 of Pulsar's SingleMessageMetadata. */
function payloadSizeIn(metadata: Buffer): number {
  const reader = new BinaryReader(metadata);
  while (reader.nextField()) {
    if (reader.getFieldNumber() === 3) return reader.readInt32();
    reader.skipField();
  }
  throw new Error("a message of a batch does not say how large it is");
}
