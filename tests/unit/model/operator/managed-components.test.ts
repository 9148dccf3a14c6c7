import assert from "node:assert/strict";
import { managedComponents } from "../../../../provider/model/operator/managed-components";
import { sinkSpec } from "./sample-manifests";
import { componentOf } from "./sample-component";

const annotated = (value: string) => ({
  ...componentOf("sink", sinkSpec),
  annotations: { "compute.functionmesh.io/managed": value },
});

describe("managedComponents", () => {
  it("leaves out a component that the operator is to look away from, and says so", () => {
    const { components, problems } = managedComponents([annotated("false")]);
    assert.deepEqual(components, []);
    assert.deepEqual(
      problems.map(({ code, severity, path, component, document }) => [code, severity, path, component, document]),
      [["FM097", "warning", 'metadata.annotations["compute.functionmesh.io/managed"]', "sink/a", 0]],
    );
    assert.match(problems[0]?.message ?? "", /the sink "a"/);
  });

  it("takes all others, in silence", () => {
    const all = [annotated("true"), annotated(""), componentOf("sink", sinkSpec)];
    assert.deepEqual(managedComponents(all), { components: all, problems: [] });
  });
});
