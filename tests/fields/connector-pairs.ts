import type { Pairs } from "./field-pairs";

/** Of the fields of sources and sinks. */
export const connectorPairs: Pairs = {
  connector: ["/a.nar", "/b.nar"],
  className: ["A", "B"],
  config: [{ a: 1 }, { a: 2 }],
  "java.javaOpts": [[], ["-Da=b"]],
};

export const sourcePairs = (own: string): Pairs => ({
  ...connectorPairs,
  "output.topic": [`${own}-a`, `${own}-b`],
  processingGuarantee: ["atleast_once", "atmost_once"],
  connectorPath: ["/a.nar", "/b.nar"],
  "batchSourceConfig.discoveryTriggererClassName": ["A", "B"],
  "batchSourceConfig.discoveryTriggererConfig": [{ a: 1 }, { a: 2 }],
});

export const sinkPairs: Pairs = {
  ...connectorPairs,
  "runner.connectors": [{ x: { path: "/a", className: "A" } }, { x: { path: "/b", className: "A" } }],
};
