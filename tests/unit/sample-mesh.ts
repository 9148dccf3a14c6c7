import type { FunctionSpec } from "../../provider/model/function";
import type { MeshSpec } from "../../provider/model/mesh";
import type { SinkSpec } from "../../provider/model/sink";
import type { SourceSpec } from "../../provider/model/source";

/** A mesh of nothing, in one cluster of each, with the given parts. */
export const sampleMesh = (parts: Partial<MeshSpec> = {}): MeshSpec => ({
  pulsar: { east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650" } },
  kubernetes: { east: { namespace: "streaming" } },
  ...parts,
});

/** A function in Java from `in` to `out`. */
export const javaFunction = (parts: Partial<FunctionSpec> = {}): FunctionSpec => ({
  className: "com.acme.Score",
  java: { jar: "/pulsar/score.jar" },
  input: { topics: ["in"] },
  output: { topic: "out" },
  ...parts,
});

/** A function in Python from `in` to `out`, whose code is in the image. */
export const pythonFunction = (parts: Partial<FunctionSpec> = {}): FunctionSpec => ({
  className: "enrich.Enrich",
  python: { py: "/pulsar/enrich.py" },
  input: { topics: ["in"] },
  output: { topic: "out" },
  ...parts,
});

/** A function from `in` to `out` of the given runtime. */
export const functionOf = (parts: Partial<FunctionSpec>): FunctionSpec => ({
  input: { topics: ["in"] },
  output: { topic: "out" },
  ...parts,
});

/** A source that writes to `in`. */
export const source = (parts: Partial<SourceSpec> = {}): SourceSpec => ({
  connector: "/pulsar/connectors/file.nar",
  className: "com.acme.FileSource",
  output: { topic: "in" },
  ...parts,
});

/** A sink that reads `out`. */
export const sink = (parts: Partial<SinkSpec> = {}): SinkSpec => ({
  connector: "/pulsar/connectors/http.nar",
  className: "com.acme.HttpSink",
  input: { topics: ["out"] },
  ...parts,
});
