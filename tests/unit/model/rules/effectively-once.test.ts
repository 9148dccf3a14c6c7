import { pythonFunction } from "../../sample-mesh";
import { around, aroundGo, testRule } from "./broken-meshes";

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
    name: "effectively-once with a time limit, tries and acknowledgement by hand",
    spec: around({ processingGuarantee: "effectively_once", timeout: 5, maxMessageRetry: 2, autoAck: false }),
    want: ["FM031 functions.f.timeout", "FM031 functions.f.maxMessageRetry", "FM031 functions.f.autoAck"],
    wantInManifests: ["FM031 functions.f.timeout", "FM031 functions.f.maxMessageRetry", "FM031? functions.f.autoAck"],
  },
]);
