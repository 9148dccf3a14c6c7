import assert from "node:assert/strict";
import { parse } from "yaml";
import { fieldText } from "../../provider/cli/explain/field-text";
import { wireValue } from "../../provider/cli/input/wire-value";
import { runtimeDefaults } from "../../provider/model/runtime-defaults";
import { checkArguments } from "../../provider/pulumi/schema/check-properties";
import { schema } from "./cli/memory-terminal";
import { type PublicField, publicFields } from "./public-fields";

/** Fields of which an example would say nothing. Each has to be one that has none. */
const withoutExample: readonly string[] = [];

/** What a field is when it is left out, said in a sentence of its own. */
const leftOut = /\bLeft out\b/;

/** Words that only programs in TypeScript have. The texts are shown in five languages. */
const foreign = /\b(?:undefined|readonly|Record|Promise)\b|=>|\bimport \{/;

/** Each public field has a sentence, what leaving it out means, and an example that is a value of it. */
describe("docstrings of public fields", () => {
  const fields = publicFields(schema).map((field) => ({ ...field, ...fieldText(field.description) }));
  type Described = (typeof fields)[number];
  const failing = (fails: (field: Described) => boolean): readonly string[] =>
    fields.filter(fails).map(({ name }) => name);

  it("are those of all components and of what they are made of", () => {
    const names = fields.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of ["Provider.adminUrl", "FunctionSpec.className", "BasicAuthSpec.username", "Topic.partitions"]) {
      assert.ok(names.includes(name), name);
    }
  });

  it("say in a sentence what the field is", () => {
    assert.deepEqual(
      failing(({ text }) => !/^\p{Lu}.*\.$/su.test(text)),
      [],
    );
  });

  it("say of optional fields what leaving them out means", () => {
    assert.deepEqual(
      failing(({ isRequired, byDefault, text }) => !isRequired && byDefault === undefined && !leftOut.test(text)),
      [],
    );
  });

  it("state no default of fields that must be stated", () => {
    assert.deepEqual(
      failing(({ isRequired, byDefault }) => isRequired && byDefault !== undefined),
      [],
    );
  });

  it("have an example", () => {
    assert.deepEqual(
      failing(({ example }) => example === undefined),
      withoutExample,
    );
  });

  it("have examples that are values of their fields", () => {
    assert.deepEqual(
      fields.flatMap(({ name, example, property }) =>
        example === undefined ? [] : wrongValues({ name, property }, example),
      ),
      [],
    );
  });

  it("tell the images and sizes that members have who state none", () => {
    const textOf = (wanted: string): string => fields.find(({ name }) => name === wanted)?.byDefault ?? "";
    for (const { image, resources } of Object.values(runtimeDefaults)) {
      const amounts = [resources.requests, resources.limits].flatMap((part) => Object.values(part ?? {}));
      for (const amount of amounts) assert.ok(textOf("DefaultsSpec.resources").includes(amount), amount);
      const images = [
        "FunctionSpec.image",
        "SourceSpec.image",
        "SinkSpec.image",
        "ImagesSpec.java",
        "ImagesSpec.python",
      ];
      for (const field of image === "" ? [] : images) assert.ok(textOf(field).includes(image), field);
    }
  });

  it("are written for programs in any language", () => {
    assert.deepEqual(
      failing(({ description }) => foreign.test(description)),
      [],
    );
  });
});

/** What a check of arguments says of a text as the value of a field. */
function wrongValues({ name, property }: Pick<PublicField, "name" | "property">, example: string): readonly string[] {
  const values = { [name]: wireValue(parse(example), "-") };
  const shape = { properties: { [name]: property }, required: [name] };
  return checkArguments({ values, secrets: new Set() }, shape, schema).map(
    ({ property: at, reason }) => `${at} ${reason}`,
  );
}
