import assert from "node:assert/strict";
import { planManifests } from "../../../../provider/model/operator/plan-manifests";
import { component, entry, mesh, topic } from "./sample-manifests";

const said = (documents: readonly unknown[], code: string): readonly string[] =>
  planManifests(documents)
    .problems.filter((problem) => problem.code === code)
    .map(({ path, message, help }) => `${path} ${message}; ${help}`);

const connector = { className: "com.acme.Connector", configs: {} };
const scaled = (replicas: number) => component("Function", { replicas, minReplicas: 1, maxReplicas: 3 });

const rows = [
  {
    name: "names a connector in place of topics as manifests do",
    documents: [component("Function", { sourceConfig: connector })],
    code: "FM075",
    want: ["spec.input has no effect beside `sourceConfig`, which is read in place of topics; leave it out"],
  },
  {
    name: "tells of no `paused`, which manifests do not have",
    documents: [scaled(0)],
    code: "FM050",
    want: [
      "spec.replicas is 0, and `maxReplicas` keeps the number between 1 and 3; " +
        "leave it out, or leave out `maxReplicas` to stop the component",
    ],
  },
  {
    name: "tells how to stop only who wants to",
    documents: [scaled(4)],
    code: "FM050",
    want: ["spec.replicas is 4, and `maxReplicas` keeps the number between 1 and 3; leave it out"],
  },
  {
    name: "tells of no `backlog`, which manifests do not have",
    documents: [component("Function", { minReplicas: 0, maxReplicas: 3 })],
    code: "FM050",
    want: ["spec.minReplicas is 0; write 1 or more"],
  },
  {
    name: "points at no rule for CPU where none is stated",
    documents: [component("Function", { maxReplicas: 3, resources: { requests: { memory: "1Gi" } } })],
    code: "FM050",
    want: ["spec.maxReplicas scales by cpu in percent of the request, and there is none; state resources.requests.cpu"],
  },
  {
    name: "tells of no `topics` to add an input to",
    documents: [mesh({ functions: [entry("Function", "f")] })],
    code: "FM010",
    want: [
      `spec.functions[0].input.topics[0] nobody writes "${topic("in")}"; ` +
        "name a topic that a component writes, unless it is written from outside",
    ],
  },
  {
    name: "tells of no `topics` to call a partition external in",
    documents: [component("Function", { input: { topics: [topic("in-partition-0")] } })],
    code: "FM003",
    want: [
      `spec.input.topics[0] "${topic("in-partition-0")}" is a partition, which cannot be created alone; ` +
        "name the topic without -partition-…",
    ],
  },
  {
    name: "tells of no `topics` to add an output to",
    documents: [mesh({ functions: [entry("Function", "f")] })],
    code: "FM011",
    want: [
      `spec.functions[0].output.topic nobody reads "${topic("out")}"; ` +
        "name a topic that a component reads, unless it is read from outside",
    ],
  },
];

describe("problemsOfManifests", () => {
  for (const { name, documents, code, want } of rows) {
    it(name, () => assert.deepEqual(said(documents, code), want));
  }
});
