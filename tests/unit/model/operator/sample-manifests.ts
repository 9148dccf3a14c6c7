export const apiVersion = "compute.functionmesh.io/v1alpha1";
const resources = { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "512Mi" } };
const pulsar = { pulsarConfig: "east" };
export const topic = (name: string): string => `persistent://retail/orders/${name}`;

export const functionSpec = {
  className: "com.acme.Score",
  java: { jar: "lib/score.jar" },
  input: { topics: [topic("in")] },
  output: { topic: topic("out") },
  resources,
  pulsar,
};
export const sourceSpec = {
  className: "com.acme.Source",
  java: { jar: "source.nar" },
  output: { topic: topic("in") },
  sourceConfig: {},
  resources,
  pulsar,
};
export const sinkSpec = {
  className: "com.acme.Sink",
  java: { jar: "sink.nar" },
  input: { topics: [topic("out")] },
  sinkConfig: {},
  resources,
  pulsar,
};
export const specs = { Function: functionSpec, Source: sourceSpec, Sink: sinkSpec };

export const manifest = (kind: string, spec: unknown, metadata: object = { name: "a" }): unknown => ({
  apiVersion,
  kind,
  metadata,
  spec,
});
/** A component with some fields changed. */
export const component = (kind: keyof typeof specs, parts: object = {}, metadata: object = { name: "a" }): unknown =>
  manifest(kind, { ...specs[kind], ...parts }, metadata);
export const mesh = (spec: object, name = "shop"): unknown => manifest("FunctionMesh", spec, { name });
export const entry = (kind: keyof typeof specs, name: string, parts: object = {}): object => ({
  ...specs[kind],
  name,
  ...parts,
});
