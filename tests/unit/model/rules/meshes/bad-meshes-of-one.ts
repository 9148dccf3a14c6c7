import { javaFunction, sampleMesh, sink, source } from "../../../sample-mesh";
import { two } from "../broken-meshes";
import type { MeshRow } from "./mesh-row";

const clusters = sampleMesh();
const f = javaFunction();

/** Meshes of one, whose arguments stand at the top. */
export const badMeshesOfOne: readonly MeshRow[] = [
  {
    name: "a function that feeds itself",
    mesh: { kind: "function", spec: { ...clusters, ...f, output: { topic: "in" }, logTopic: "in" } },
    want: ["FM013 output.topic", "FM013 logTopic"],
  },
  {
    name: "names that are none",
    mesh: { kind: "source", spec: { ...clusters, ...source({ output: { topic: "a/b" }, tenant: "a b" }) } },
    want: ["FM003 output.topic", "FM003 tenant"],
  },
  {
    name: "a sink whose pattern is no expression, in a cluster that is none",
    mesh: { kind: "sink", spec: { ...clusters, ...sink({ cluster: "north", input: { topicPattern: "a(" } }) } },
    want: ["FM002 cluster", "FM014 input.topicPattern"],
  },
  {
    name: "a source in two places",
    mesh: {
      kind: "source",
      spec: { ...clusters, ...two, ...source({ placement: [{ cluster: "east" }, { cluster: "west" }] }) },
    },
    want: ["FM022 placement"],
  },
  {
    name: "two topics that give resources one name",
    mesh: { kind: "function", spec: { ...clusters, ...f, input: { topics: ["a-b-c", "a/b/c"] } } },
    want: ["FM001 input.topics[0]"],
  },
];
