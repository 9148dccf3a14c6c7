import assert from "node:assert/strict";
import { type NamedTypeSpec, type PropertySpec } from "../../tools/generate/schema-spec";
import { withSecretContainers } from "../../tools/generate/secret-containers";

const named: Readonly<Record<string, NamedTypeSpec>> = {
  "t:index:Credential": {
    type: "object",
    properties: { user: { type: "string" }, password: { type: "string", secret: true } },
  },
  "t:index:Connection": { type: "object", properties: { credential: { $ref: "#/types/t:index:Credential" } } },
  "t:index:Open": { type: "object", properties: { other: { $ref: "#/types/t:index:Open" } } },
  "t:index:Loop": {
    type: "object",
    properties: { loop: { $ref: "#/types/t:index:Loop" }, credential: { $ref: "#/types/t:index:Credential" } },
  },
  "t:index:Mode": { type: "string", enum: [{ name: "A", value: "a" }] },
};

const reference = (name: string): PropertySpec => ({ $ref: `#/types/t:index:${name}` });

describe("withSecretContainers", () => {
  const rows: readonly (readonly [name: string, property: PropertySpec, secret: boolean])[] = [
    ["a secret text", { type: "string", secret: true }, true],
    ["a text", { type: "string" }, false],
    ["an object with a secret", reference("Credential"), true],
    ["an object with a secret further down", reference("Connection"), true],
    ["a list of objects with secrets", { type: "array", items: reference("Connection") }, true],
    ["a map of secrets", { type: "object", additionalProperties: { type: "string", secret: true } }, true],
    ["an object that holds itself", reference("Open"), false],
    ["an object that holds itself and a secret", reference("Loop"), true],
    ["an enumeration", reference("Mode"), false],
    ["what is not of this package", { $ref: "pulumi.json#/Any" }, false],
  ];
  for (const [name, property, secret] of rows) {
    it(`${name}: ${secret ? "secret" : "not secret"}`, () => {
      const { properties } = withSecretContainers({ properties: { x: property } }, named);
      assert.deepEqual(properties["x"], secret ? { ...property, secret } : property);
    });
  }
});
