import { pythonFunction, source } from "../../sample-mesh";
import { around, aroundGo, testRule, unknown } from "./broken-meshes";

/** As programs may have it, which give an output where a plain value stands. */
const flag = (value: boolean | string): boolean => JSON.parse(JSON.stringify(value));

testRule("FM031", [
  {
    name: "effectively-once by key",
    spec: around({ processingGuarantee: "effectively_once", retainKeyOrdering: true }),
    want: ["FM031 functions.f.processingGuarantee"],
  },
  {
    name: "effectively-once without deduplication",
    spec: around({ processingGuarantee: "effectively_once" }, { namespaces: { "public/default": {} } }),
    want: ["FM031 functions.f.processingGuarantee"],
  },
  {
    name: "effectively-once with deduplication",
    spec: around(
      { processingGuarantee: "effectively_once" },
      { namespaces: { "public/default": { deduplication: true } } },
    ),
    want: [],
  },
  ...(
    [
      ["a topic that says so in a namespace that does not", true, {}, []],
      ["a topic that says no in a namespace that says yes", false, { deduplication: true }, ["topics.out"]],
      ["a topic that leaves it to a namespace that says no", undefined, { deduplication: false }, ["namespaces"]],
      ["a topic that says no in a namespace of others", false, { external: true }, ["topics.out"]],
      ["a namespace of others", undefined, { external: true }, []],
      ["a topic whose word is not known yet", unknown, {}, []],
    ] as const
  ).map(([name, deduplication, namespace, at]) => ({
    name: `effectively-once with ${name}`,
    spec: around(
      { processingGuarantee: "effectively_once" },
      {
        topics: deduplication === undefined ? {} : { out: { deduplication: flag(deduplication) } },
        namespaces: { "public/default": namespace },
      },
    ),
    want: at.map((entry) => `FM031 ${entry === "namespaces" ? 'namespaces["public/default"]' : entry}.deduplication`),
  })),
  {
    name: "an effectively-once source without deduplication",
    spec: around(
      {},
      {
        sources: { s: source({ processingGuarantee: "effectively_once" }) },
        namespaces: { "public/default": {} },
      },
    ),
    want: ["FM031 sources.s.processingGuarantee"],
  },
  {
    name: "an effectively-once source to a topic that is not persistent",
    spec: around(
      { input: { topics: ["non-persistent://public/default/in"] } },
      {
        sources: {
          s: source({
            processingGuarantee: "effectively_once",
            output: { topic: "non-persistent://public/default/in" },
          }),
        },
      },
    ),
    want: ["FM003? functions.f.input.topics[0]", "FM031 sources.s.processingGuarantee"],
  },
  {
    name: "effectively-once in Python from two topics",
    spec: around(
      {},
      {
        functions: {
          f: pythonFunction({ processingGuarantee: "effectively_once", input: { topics: ["in", "more"] } }),
        },
        topics: { more: {} },
      },
    ),
    want: ["FM031 functions.f.processingGuarantee"],
  },
  {
    name: "effectively-once in Go",
    spec: aroundGo({ processingGuarantee: "effectively_once" }),
    want: ["FM031 functions.f.processingGuarantee"],
    wantInManifests: ["FM031? functions.f.processingGuarantee"],
  },
  {
    name: "effectively-once with a dead-letter topic",
    spec: around({ processingGuarantee: "effectively_once", deadLetterTopic: "dead" }),
    want: ["FM031 functions.f.deadLetterTopic"],
    wantInManifests: ["FM031 functions.f.deadLetterTopic"],
  },
  {
    name: "effectively-once with a time limit, tries and acknowledgement by hand",
    spec: around({ processingGuarantee: "effectively_once", timeout: 5, maxMessageRetry: 2, autoAck: false }),
    want: ["FM031 functions.f.timeout", "FM031 functions.f.maxMessageRetry", "FM031 functions.f.autoAck"],
    wantInManifests: ["FM031 functions.f.timeout", "FM031 functions.f.maxMessageRetry", "FM031? functions.f.autoAck"],
  },
]);
