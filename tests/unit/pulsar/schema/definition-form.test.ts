import assert from "node:assert/strict";
import { brokerForm, partForm, textForm } from "../../../../provider/pulsar/schema/definition-form";

describe("provider/pulsar/schema/definition-form", () => {
  const plain = '{"type":"fixed","name":"F","size":2}';
  const told = '{ "size": 2, "doc": "x", "name": "F", "type": "fixed" }';
  it("tells words from each other, but not white space and order", () => {
    assert.notEqual(textForm(plain), textForm(told));
    assert.equal(textForm(plain), textForm('{ "size":2,"name":"F", "type":"fixed"}'));
  });
  it("tells no words from each other that Pulsar does not", () => assert.equal(brokerForm(plain), brokerForm(told)));
  it("leaves alone what is no JSON, and no text", () => {
    assert.deepEqual([textForm(" {x "), brokerForm(undefined), textForm(7)], ["{x", undefined, 7]);
  });
  it("takes a part without properties for one with none, and bytes for what Pulsar calls them", () => {
    assert.deepEqual(
      partForm(textForm)({ type: "NONE" }),
      partForm(textForm)({ type: "BYTES", properties: {}, definition: "" }),
    );
  });
});
