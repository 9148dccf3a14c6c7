import assert from "node:assert/strict";
import { operatorFields, operatorFieldsBelow } from "../../../../provider/cli/explain/operator-fields";
import { operatorWords } from "../../../../provider/model/operator/operator-words";
import { findFields } from "../../../../provider/cli/explain/find-field";
import { functionShape, sinkShape, sourceShape } from "../../../../provider/model/operator/shape/component-shapes";
import { leavesOf } from "../../model/operator/shape/leaves";
import { schema } from "../memory-terminal";

const paths = (path: string, find = operatorFieldsBelow): unknown => {
  const found = find(path, schema);
  return found?.kind === "renamed" ? found.fields.map((field) => field.path) : found?.kind;
};

describe("operatorFields", () => {
  for (const word of new Set(operatorWords.map((row) => row.word))) {
    it(`finds what ${word} is here, for each kind`, () => {
      const found = operatorFields(word, schema);
      const rows = operatorWords.filter((row) => row.word === word);
      assert.equal(found?.kind === "renamed" ? found.own.length : 0, rows.length);
    });
  }

  it("leaves no field of the operator's unexplained", () => {
    const shapes = [functionShape, sourceShape, sinkShape];
    // `key` stands for a name, and is a field of these entries as well.
    const named = (path: string): string => path.replace(/^secretsMap\.key\./, "secretsMap.password.");
    const fields = new Set(shapes.flatMap((shape) => leavesOf(shape).map(({ steps }) => named(steps.join(".")))));
    const unknown = [...fields].filter(
      (path) =>
        operatorFields(path, schema) === undefined &&
        findFields(path, schema).length === 0 &&
        operatorFieldsBelow(path, schema) === undefined,
    );
    assert.ok(fields.size > 100);
    assert.deepEqual(unknown, []);
  });

  it("knows a field of a function apart from one of a source", () =>
    assert.deepEqual(paths("sourceConfig", operatorFields), ["functions.<name>.source", "sources.<name>.config"]));
});

describe("operatorFieldsBelow", () => {
  it("finds what stands below a word", () =>
    assert.deepEqual(paths("pulsar.authConfig.oauth2Config.audience"), [
      "functions.<name>.instanceAuth.oauth2.audience",
      "sources.<name>.instanceAuth.oauth2.audience",
      "sinks.<name>.instanceAuth.oauth2.audience",
    ]));
  it("finds what begins within a word", () =>
    assert.deepEqual(paths("tlsConfig.hostnameVerification"), [
      "functions.<name>.instanceTls.verifyHostname",
      "sources.<name>.instanceTls.verifyHostname",
      "sinks.<name>.instanceTls.verifyHostname",
    ]));
  it("finds nothing in nonsense", () => assert.equal(paths("pulsar.tlsConfig.nonsense.more"), undefined));
});
