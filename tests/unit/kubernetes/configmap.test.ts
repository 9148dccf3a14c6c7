import assert from "node:assert/strict";
import fc from "fast-check";
import { detailsKey, renderCodeConfigMap, renderConfigMap } from "../../../provider/kubernetes/configmap";
import { placesOf } from "../rendered-objects";
import { javaFunction, pythonFunction, sampleMesh, sink } from "../sample-mesh";
import type { MeshSpec } from "../../../provider/model/mesh";

const only = (spec: MeshSpec) => {
  const [target] = placesOf(spec);
  assert.ok(target !== undefined);
  return target;
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** What an instance reads of the configuration. */
const details = (spec: MeshSpec): unknown => JSON.parse(renderConfigMap(only(spec)).data[detailsKey] ?? "");

// What shells, YAML and templates trip over.
const awkward = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom('"', "'", "`", "$", "$(FUNCTION_DETAILS)", "\\", "\n", "\t", "{{", "%", "ü", "日", "\u0000"),
  }),
);
const config = fc.dictionary(
  awkward.filter((key) => key !== "__proto__"),
  fc.oneof(awkward, fc.integer(), fc.boolean(), fc.array(awkward)),
);

describe("configmap", () => {
  it("gives a function's settings back as they were", () => {
    fc.assert(
      fc.property(config, (settings) => {
        const text = field(details(sampleMesh({ functions: { f: javaFunction({ config: settings }) } })), "userConfig");
        assert.deepEqual(JSON.parse(String(text)), JSON.parse(JSON.stringify(settings)));
      }),
    );
  });

  it("gives a sink's settings back as they were", () => {
    fc.assert(
      fc.property(config, (settings) => {
        const text = field(field(details(sampleMesh({ sinks: { s: sink({ config: settings }) } })), "sink"), "configs");
        assert.deepEqual(JSON.parse(String(text)), JSON.parse(JSON.stringify(settings)));
      }),
    );
  });

  it("gives class and topic names back as they were", () => {
    fc.assert(
      fc.property(awkward, fc.stringMatching(/^[a-z"'$`\\{}%ü]{1,20}$/), (className, topic) => {
        const found = details(
          sampleMesh({ functions: { f: javaFunction({ className, input: { topics: [topic] } }) } }),
        );
        assert.equal(field(found, "className"), className);
        assert.deepEqual(field(field(found, "source"), "inputSpecs"), { [`persistent://public/default/${topic}`]: {} });
      }),
    );
  });

  it("is the same for settings in any order, so that nothing restarts for it", () => {
    const rendered = (settings: object) =>
      renderConfigMap(only(sampleMesh({ functions: { f: javaFunction({ config: { ...settings } }) } })));
    assert.deepEqual(rendered({ b: { d: 1, c: 2 }, a: 3 }), rendered({ a: 3, b: { c: 2, d: 1 } }));
  });

  it("does not change with replicas, resources or secrets' values, which are not in it", () => {
    const plain = renderConfigMap(only(sampleMesh({ functions: { f: javaFunction() } })));
    const scaled = javaFunction({ replicas: 7, resources: { limits: { memory: "2Gi" } }, image: "other" });
    assert.deepEqual(renderConfigMap(only(sampleMesh({ functions: { f: scaled } }))), plain);
  });

  const python = (className: string) => {
    // The asset's text is handed over apart; the model only sees that there is one.
    const spec = sampleMesh({ functions: { f: pythonFunction({ className, python: { py: "x.py" } }) } });
    const target = only(spec);
    if (target.member.kind !== "function") throw new Error("not a function");
    const member = { ...target.member, spec: { ...target.member.spec, python: JSON.parse('{"code":{}}') } };
    return renderCodeConfigMap({ ...target, member }, "the code");
  };
  for (const { className, file } of [
    { className: "enrich.Enrich", file: "enrich.py" },
    { className: "enrich", file: "enrich.py" },
    { className: "\u0001unknown:1\u0001", file: "function.py" },
  ]) {
    it(`delivers code of ${JSON.stringify(className)} as ${file}`, () =>
      assert.deepEqual(python(className)?.data, { [file]: "the code" }));
  }

  it("delivers no code that is in the image", () => {
    assert.equal(renderCodeConfigMap(only(sampleMesh({ functions: { f: pythonFunction() } })), "x"), undefined);
  });
});
