import assert from "node:assert/strict";
import { readKubernetesTypings } from "../../tools/generate/kubernetes-typings";

const inCore = (members: string): string =>
  `export declare namespace core { namespace v1 {\n/** A thing. More info: https://example.org/x */\ninterface Thing {\n${members}\n} } }`;

describe("readKubernetesTypings", () => {
  const types: readonly (readonly [typing: string, type: string, mentions: readonly string[]])[] = [
    ["pulumi.Input<string>", "string", []],
    ["pulumi.Input<boolean | undefined>", "boolean", []],
    ['pulumi.Input<"v1" | undefined>', "string", []],
    ["pulumi.Input<number | string>", "IntOrString", ["IntOrString"]],
    ["pulumi.Input<pulumi.Input<string>[] | undefined>", "readonly string[]", []],
    ["pulumi.Input<{ [key: string]: pulumi.Input<string>; } | undefined>", "Readonly<Record<string, string>>", []],
    ["pulumi.Input<inputs.core.v1.Probe | undefined>", "Probe", ["core.v1.Probe"]],
    ["pulumi.Input<pulumi.Input<inputs.meta.v1.Owner>[]>", "readonly Owner[]", ["meta.v1.Owner"]],
  ];
  for (const [typing, type, mentions] of types) {
    it(typing, () => {
      const [property] = readKubernetesTypings(inCore(`x: ${typing};`))("core.v1.Thing").properties;
      assert.deepEqual(
        { type: property?.type, mentions: property?.mentions, integer: property?.integer },
        { type, mentions, integer: false },
      );
    });
  }

  it("numbers are whole, optional stays optional, links to further reading go", () => {
    const find = readKubernetesTypings(
      inCore("/** How many */ x?: pulumi.Input<number | undefined>; y: pulumi.Input<number>"),
    );
    const { doc, properties } = find("core.v1.Thing");
    assert.equal(doc, "A thing.");
    assert.deepEqual(
      properties.map(({ name, optional, integer, doc: text }) => ({ name, optional, integer, text })),
      [
        { name: "x", optional: true, integer: true, text: "How many." },
        { name: "y", optional: false, integer: true, text: "" },
      ],
    );
  });

  it("refuses what it does not know", () => {
    const find = readKubernetesTypings(inCore("x: pulumi.Input<any>;"));
    assert.throws(() => find("core.v1.Thing"), /core\.v1\.Thing\.x: .*any/);
    assert.throws(() => find("core.v1.Nothing"), /core\.v1\.Nothing/);
  });
});
