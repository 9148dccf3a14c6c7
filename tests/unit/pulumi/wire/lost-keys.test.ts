import assert from "node:assert/strict";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { CheckRequest, DeleteRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { notingLostKeys, refuseLostKeys } from "../../../../provider/pulumi/wire/lost-keys";

/** A message as an engine sends it; the protocol's own maps cannot even write the key. */
const sent = (request: CheckRequest | DeleteRequest): Buffer => {
  const bytes = Buffer.from(request.serializeBinary());
  return Buffer.from(bytes.toString("latin1").replaceAll("xxPROTOxx", "__proto__"), "latin1");
};

describe("provider/pulumi/wire/lost-keys", () => {
  const service = notingLostKeys(ResourceProviderService);
  const received = (name: string, request: CheckRequest | DeleteRequest): CheckRequest => {
    const message: unknown = service[name]?.requestDeserialize(sent(request));
    return message instanceof CheckRequest || message instanceof DeleteRequest ? Object(message) : assert.fail(name);
  };

  it("finds a key that the protocol loses, wherever it stands", () => {
    for (const news of [{ properties: { xxPROTOxx: "x" } }, { list: [{ a: { b: 1, xxPROTOxx: {} } }] }]) {
      const request = received("check", new CheckRequest().setNews(Struct.fromJavaScript(news)));
      assert.ok(!JSON.stringify(request.getNews()?.toJavaScript()).includes("__proto__"));
      assert.throws(
        () => refuseLostKeys(request),
        /a map has the key "__proto__", which is lost .*: write another key/,
      );
    }
  });
  it("takes the word as a value, in a longer key, and where nothing is stated", () => {
    const news = Struct.fromJavaScript({ properties: { a: "xxPROTOxx", axxPROTOxx: "b" } });
    refuseLostKeys(received("check", new CheckRequest().setNews(news)));
    const properties = Struct.fromJavaScript({ xxPROTOxx: "x" });
    refuseLostKeys(received("delete", new DeleteRequest().setProperties(properties)));
  });
});
