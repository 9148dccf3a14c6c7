import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker } from "./broker";

/** A field of an Avro record, with a default where one is given. */
export const field = (name: string, type: unknown, preset?: unknown): object => ({
  name,
  type,
  ...(preset === undefined ? {} : { default: preset }),
});

/** An Avro record as the text of a definition. */
export const record = (...fields: readonly object[]): string =>
  JSON.stringify({ type: "record", name: "Order", fields });

/** The message retail.Click of the file click.proto: `syntax = "proto3"; package retail; message Click { string page = 1; }` */
export const protobuf = (rootMessageTypeName = "retail.Click"): string =>
  JSON.stringify({
    fileDescriptorSet: "CjQKC2NsaWNrLnByb3RvEgZyZXRhaWwiFQoFQ2xpY2sSDAoEcGFnZRgBIAEoCWIGcHJvdG8z",
    rootMessageTypeName,
    rootFileDescriptorName: "click.proto",
  });

/** A schema as somebody else registers it. */
export interface ForeignSchema {
  readonly type: string;
  readonly schema: string;
  readonly properties?: Readonly<Record<string, string>>;
}

export const postSchema = (broker: Broker, { topic }: Properties, body: ForeignSchema): Promise<unknown> =>
  broker.send("POST", `/schemas/${String(topic)}/schema`, { properties: {}, ...body });

/** Somebody deletes a topic's schema and registers another. */
export async function replaceSchema(broker: Broker, inputs: Properties, body: ForeignSchema): Promise<void> {
  await broker.send("DELETE", `/schemas/${String(inputs["topic"])}/schema`);
  await postSchema(broker, inputs, body);
}
