import assert from "node:assert/strict";
import { translatedArgument } from "../../../../provider/model/operator/translated-argument";

const ofFunction = ["autoscaling", "config", "input", "output", "source", "sink"];
const ofSource = ["autoscaling", "config", "connector", "output"];
const ofSink = ["autoscaling", "config", "connector", "input"];
const word = (own: string): string => `that is the operator's word for ${own}`;

const rows = [
  { key: "maxReplicas", names: ofFunction, want: word("autoscaling.maxReplicas") },
  { key: "funcConfig", names: ofFunction, want: word("config") },
  { key: "funcConfig", names: ofSource, want: undefined },
  { key: "sourceConfig", names: ofFunction, want: word("source") },
  { key: "sourceConfig", names: ofSource, want: word("config") },
  { key: "sinkConfig", names: ofSink, want: word("config") },
  { key: "sinkType", names: ofSink, want: word("connector") },
  { key: "pulsar", names: ofSource, want: word("pulsarCluster, instanceAuth, instanceTls") },
  { key: "builtinAutoscaler", path: "sinks.a.pod", names: ["env"], want: word("autoscaling.cpu") },
  { key: "builtinAutoscaler", path: "pod", names: ["env"], want: word("autoscaling.cpu") },
  { key: "builtinAutoscaler", path: "defaults.pod", names: ["labels"], want: undefined },
  { key: "maxReplicas", path: "functions.a.pod", names: ["env"], want: undefined },
  { key: "maxReplicas", path: "", names: ["functions", "pulsar"], want: undefined },
  { key: "pulser", names: ofFunction, want: undefined },
  {
    key: "imageHasGet",
    names: ofFunction,
    want: "it is the operator's, so leave it out: packages are downloaded by a container of their own",
  },
];

describe("translatedArgument", () => {
  for (const { key, path = "functions.a", names, want } of rows) {
    it(`${key} in ${path === "" ? "a mesh" : path} beside ${names.join(", ")}`, () => {
      assert.equal(translatedArgument({ key, path, names }), want);
    });
  }
});
