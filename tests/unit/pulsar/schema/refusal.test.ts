import assert from "node:assert/strict";
import { AdminError } from "../../../../provider/pulsar/admin/error";
import { refusalKind } from "../../../../provider/pulsar/schema/refusal";

/** What Pulsar 4.0.8 says, as it was recorded. */
describe("provider/pulsar/schema/refusal", () => {
  const check = "Error during schema compatibility check with strategy FULL: org.apache.avro.SchemaValidationException";
  const rows = [
    [409, `${check}: Unable to read schema:`, "incompatible"],
    [500, `${check}: Unable to read schema:`, "incompatible"],
    [409, "Protobuf root message change is not allowed under the 'FULL' strategy.", "incompatible"],
    [409, "Incompatible schema: exists schema type AVRO, new schema type JSON", "otherType"],
    [422, "Invalid schema definition data for AVRO schema", "invalid"],
    [422, "Avro schema typed [UNION] is not supported", "invalid"],
    [500, "deserialize ProtobufNative Schema failed", "invalid"],
    [500, 'Invalid default for field a: "x" not a "int"', "unreadable"],
    [500, "Java heap space", undefined],
    [404, "Namespace does not exist", undefined],
    [401, "Incompatible with your rights", undefined],
  ] as const;
  for (const [status, reason, want] of rows) {
    it(`takes ${status} "${reason.slice(0, 40)}" for ${want ?? "another failure"}`, () => {
      const facts = {
        kind: "status",
        method: "POST",
        path: "/",
        purpose: "ask",
        retryable: false,
        sentence: "",
      } as const;
      assert.equal(refusalKind(new AdminError({ ...facts, status, reason })), want);
    });
  }
  it("takes no other error for one", () => assert.equal(refusalKind(new Error("Incompatible schema")), undefined));
});
