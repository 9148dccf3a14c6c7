import assert from "node:assert/strict";
import { logShipperPart } from "../../../../provider/kubernetes/parts/log-shipper";
import { renderPodTemplate } from "../../../../provider/kubernetes/pod";
import type { FunctionSpec } from "../../../../provider/model/function";
import { onlyPlace } from "../../rendered-objects";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const target = (parts: Partial<FunctionSpec>) => onlyPlace(sampleMesh({ functions: { f: javaFunction(parts) } }));
const shipped = { logTopic: "logs", logTopicAgent: "sidecar" } as const;

describe("parts/log-shipper", () => {
  it("adds nothing where the instance publishes its lines, or nobody", () => {
    assert.deepEqual(logShipperPart(target({}), { config: "c" }), {});
    assert.deepEqual(logShipperPart(target({ logTopic: "logs" }), { config: "c" }), {});
  });

  it("publishes to the log topic, whatever variables the instance has, and has each of its own once", () => {
    const env = [
      { name: "logTopic", value: "elsewhere" },
      { name: "fields", value: "x" },
    ];
    const { containers } = renderPodTemplate(target({ ...shipped, pod: { env } }), { config: "c" }).spec;
    const variables = containers.find(({ name }) => name === "filebeat")?.env ?? [];
    const names = variables.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.ok(names.includes("fields"));
    assert.equal(variables.find(({ name }) => name === "logTopic")?.value, "persistent://public/default/logs");
  });
});
