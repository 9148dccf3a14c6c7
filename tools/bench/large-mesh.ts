import type { FunctionSpec } from "../../provider/model/function";
import type { MeshSpec } from "../../provider/model/mesh";
import type { SinkSpec } from "../../provider/model/sink";
import type { SourceSpec } from "../../provider/model/source";

/** Of ten members eight are functions. */
const width = 10;

/**
 * A mesh of so many members and twice as many edges, as a large team may have it: lanes that each go from a source through
 * functions of two runtimes, which also read across lanes, to a sink; in several namespaces.
 */
export function largeMesh(members: number): MeshSpec {
  const lanes = Math.floor(members / width);
  const sources: Record<string, SourceSpec> = {};
  const functions: Record<string, FunctionSpec> = {};
  const sinks: Record<string, SinkSpec> = {};
  for (let lane = 0; lane < lanes; lane++) {
    const namespace = `team-${lane % 20}`;
    sources[`source-${lane}`] = { ...sourceOf(lane), namespace };
    for (let step = 1; step <= width - 2; step++) {
      functions[`function-${lane}-${step}`] = { ...functionOf(lane, step, lanes), namespace };
    }
    sinks[`sink-${lane}`] = { ...sinkOf(lane, lanes), namespace };
  }
  return {
    pulsar: { east: { adminUrl: "http://admin.east:8080", serviceUrl: "pulsar://broker.east:6650" } },
    kubernetes: { east: { namespace: "streaming" } },
    defaults: { cluster: "east", tenant: "retail", resources: { requests: { cpu: "100m", memory: "256Mi" } } },
    sources,
    functions,
    sinks,
  };
}

const topic = (lane: number, step: number): string => `persistent://retail/team-${lane % 20}/lane-${lane}-${step}`;

const sourceOf = (lane: number): SourceSpec => ({
  connector: "/pulsar/connectors/file.nar",
  className: "com.acme.FileSource",
  output: { topic: topic(lane, 0) },
  config: { inputDirectory: `/data/${lane}` },
});

/** Reads the step before and, but for the first, writes on; the one in the middle reads the lane beside as well. */
function functionOf(lane: number, step: number, lanes: number): FunctionSpec {
  const beside = step === width / 2 ? [topic((lane + 1) % lanes, step - 1)] : [];
  const shared = {
    input: { topics: [topic(lane, step - 1), ...beside] },
    output: { topic: topic(lane, step) },
    config: { lane, threshold: 0.5 },
  };
  return step % 2 === 0
    ? { ...shared, className: "com.acme.Score", java: { jar: "/pulsar/score.jar" }, replicas: 2 }
    : { ...shared, className: "enrich.Enrich", python: { py: "/pulsar/enrich.py" } };
}

const sinkOf = (lane: number, lanes: number): SinkSpec => ({
  connector: "/pulsar/connectors/http.nar",
  className: "com.acme.HttpSink",
  input: { topics: [topic(lane, width - 2), topic((lane + 1) % lanes, width - 2)] },
  secrets: { password: "not a real one" },
});
