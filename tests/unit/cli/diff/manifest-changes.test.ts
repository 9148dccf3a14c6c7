import assert from "node:assert/strict";
import { componentsOf, inManifests, manifestLine } from "../../../../provider/cli/diff/manifest-changes";
import type { Change } from "../../../../provider/model/changes/change";
import { planManifests } from "../../../../provider/model/operator/plan-manifests";
import { readYaml } from "../../../../provider/model/yaml-text";
import { manifest } from "../sample-files";

const read = (text: string) => planManifests(readYaml(text).documents.map(({ value }) => value)).components;
const components = componentsOf([], [...read(manifest("k")), ...read(manifest("k.b"))]);

const change = (path: string, text: string, more: Partial<Change> = {}): Change => ({
  kind: "memberRolled",
  path,
  text,
  ...more,
});

describe("inManifests", () => {
  const cases = [
    { path: "function/k.config.a", component: "function/k", want: "spec.funcConfig.a" },
    { path: "function/k.image", component: "function/k", want: "spec.image" },
    { path: "function/k", component: "function/k", want: "spec" },
    { path: "function/k.b.image", component: "function/k.b", want: "spec.image" },
    { path: 'function/k.pod.labels["a.b"]', component: "function/k", want: 'spec.pod.labels["a.b"]' },
    { path: "defaults.env.REGION", component: "BackendConfig", want: "spec.env.REGION" },
    { path: "naming", component: undefined, want: "naming" },
  ];
  for (const { path, component, want } of cases) {
    it(`finds ${path}`, () => {
      const told = inManifests(change(path, "…"), components);
      assert.deepEqual([told.component, told.path], [component, want]);
    });
  }

  it("calls a topic by its name, since no field is its own", () => {
    const topic = "persistent://public/default/in";
    assert.equal(inManifests(change("topics.in", "…", { topic }), components).path, "public/default/in");
  });

  it("puts the words of manifests into sentences and fields", () => {
    const path = "function/k.config.a";
    const told = inManifests(
      change(path, "rolls config.a because config.a changed", { fields: [{ path, effect: "roll" }] }),
      components,
    );
    assert.equal(told.text, "rolls config.a because funcConfig.a changed");
    assert.deepEqual(told.fields, [{ path: "spec.funcConfig.a", effect: "roll" }]);
  });

  it("leaves everything where no manifests are compared", () => {
    const given = change("functions.k.config.a", "rolls k because config.a changed");
    assert.equal(inManifests(given, new Map()), given);
  });
});

describe("manifestLine", () => {
  it("says no path where all of a component is meant", () => {
    assert.equal(manifestLine({ ...change("spec", "goes"), component: "function/k" }), "function/k: goes");
    assert.equal(manifestLine({ ...change("spec.functions[2]", "goes"), component: "function/k" }), "function/k: goes");
    assert.equal(
      manifestLine({ ...change("spec.image", "goes"), component: "function/k" }),
      "function/k: spec.image: goes",
    );
    assert.equal(manifestLine(change("naming", "goes")), "naming: goes");
  });
});
