import type { WindowSpec } from "../../../../provider/model/window";
import { around, aroundGo, aroundPython, testRule, unknown } from "./broken-meshes";

const window = (windowConfig: WindowSpec) => around({ windowConfig });
const at = "functions.f.windowConfig";

testRule("FM051", [
  { name: "a window", spec: window({ windowLengthCount: 3, slidingIntervalCount: 1 }), want: [] },
  {
    name: "a window in Python",
    spec: aroundPython({ windowConfig: { windowLengthCount: 3 } }),
    want: [`FM051 ${at}`],
    wantInManifests: [`FM051? ${at}`],
  },
  {
    name: "a window in Go, of two lengths",
    spec: aroundGo({ windowConfig: { windowLengthCount: 3, windowLengthDurationMs: 3 } }),
    want: [`FM051 ${at}`],
    wantInManifests: [`FM051? ${at}`, `FM051 ${at}`],
  },
  { name: "no length", spec: window({}), want: [`FM051 ${at}`], wantInManifests: [`FM051 ${at}`] },
  {
    name: "two lengths",
    spec: window({ windowLengthCount: 3, windowLengthDurationMs: 3 }),
    want: [`FM051 ${at}`],
  },
  {
    name: "a length of 0",
    spec: window({ windowLengthCount: 0 }),
    want: [`FM051 ${at}.windowLengthCount`],
    wantInManifests: [`FM051 ${at}.windowLengthCount`],
  },
  {
    name: "an interval below 0",
    spec: window({ windowLengthDurationMs: 5, slidingIntervalDurationMs: -1 }),
    want: [`FM051 ${at}.slidingIntervalDurationMs`],
  },
  {
    name: "an interval longer than the window",
    spec: window({ windowLengthCount: 3, slidingIntervalCount: 4 }),
    want: [`FM051 ${at}.slidingIntervalCount`],
    wantInManifests: [`FM051? ${at}.slidingIntervalCount`],
  },
  {
    name: "an interval of the other kind",
    spec: window({ windowLengthCount: 3, slidingIntervalDurationMs: 4 }),
    want: [`FM051 ${at}.slidingIntervalDurationMs`],
  },
  {
    name: "times without a lateness and an interval, for which there are values",
    spec: window({ windowLengthCount: 3, timestampExtractorClassName: "X" }),
    want: [],
    wantInManifests: [],
  },
  {
    name: "times of which none may be late",
    spec: window({ windowLengthDurationMs: 3, timestampExtractorClassName: "X", maxLagMs: 0 }),
    want: [],
    wantInManifests: [`FM051 ${at}.maxLagMs`],
  },
  {
    name: "times",
    spec: window({
      windowLengthCount: 3,
      timestampExtractorClassName: "X",
      maxLagMs: 1,
      watermarkEmitIntervalMs: 1,
    }),
    want: [],
  },
  {
    name: "times below what they can be",
    spec: window({ windowLengthCount: 3, timestampExtractorClassName: "X", maxLagMs: -1, watermarkEmitIntervalMs: 0 }),
    want: [`FM051 ${at}.maxLagMs`, `FM051 ${at}.watermarkEmitIntervalMs`],
    wantInManifests: [`FM051 ${at}.maxLagMs`, `FM051 ${at}.watermarkEmitIntervalMs`],
  },
  {
    name: "an interval without any length",
    spec: window({ slidingIntervalCount: 4 }),
    want: [`FM051 ${at}`],
  },
  {
    name: "an interval of a window that is none",
    spec: window({ windowLengthCount: 0, slidingIntervalCount: 4 }),
    want: [`FM051 ${at}.windowLengthCount`],
  },
  ...(["atleast_once", "atmost_once"] as const).map((processingGuarantee) => ({
    name: `${processingGuarantee}, which windows keep`,
    spec: around({ windowConfig: { windowLengthCount: 3 }, processingGuarantee }),
    want: [],
    wantInManifests: [],
  })),
  {
    name: "effectively-once, which no window keeps, whatever is missing for it besides",
    spec: around({ windowConfig: { windowLengthCount: 3 }, processingGuarantee: "effectively_once", timeout: 5 }),
    want: ["FM051 functions.f.processingGuarantee"],
    wantInManifests: ["FM051? functions.f.processingGuarantee"],
  },
  {
    name: "a window that acknowledges by hand, as instances of manifests have to be told",
    spec: around({ windowConfig: { windowLengthCount: 3 }, processingGuarantee: "manual" }),
    want: ["FM051? functions.f.processingGuarantee"],
    wantInManifests: [],
  },
  {
    name: "a window with another guarantee than its function",
    spec: around({
      windowConfig: { windowLengthCount: 3, processingGuarantees: "ATMOST_ONCE" },
      processingGuarantee: "atleast_once",
    }),
    want: ["FM051 functions.f.processingGuarantee"],
    wantInManifests: [],
  },
  {
    name: "a window with the guarantee of its function",
    spec: around({
      windowConfig: { windowLengthCount: 3, processingGuarantees: "ATMOST_ONCE" },
      processingGuarantee: "atmost_once",
    }),
    want: [],
  },
  {
    name: "times not known yet",
    spec: window({ windowLengthCount: 3, timestampExtractorClassName: unknown }),
    want: [],
  },
]);
