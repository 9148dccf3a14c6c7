import assert from "node:assert/strict";
import { guaranteeOf, isAutoAcked, keptGuarantee, windowGuarantee } from "../../../provider/model/guarantee";
import type { MeshSpec } from "../../../provider/model/mesh";
import { placeholder } from "../../../provider/model/unknown";
import { fromManifest, onlyMember } from "../planned-member";
import { javaFunction, sink, source } from "../sample-mesh";

const unknown: string = placeholder("unknown", 0);

/** A function as arguments may hold it: also with a guarantee that is not known yet. */
const told = (more: object): Partial<MeshSpec> => ({ functions: { f: { ...javaFunction(), ...more } } });
const windowed = (more: object, window: object = {}): Partial<MeshSpec> =>
  told({ windowConfig: { windowLengthCount: 10, ...window }, ...more });

interface Row {
  readonly name: string;
  readonly mesh: Partial<MeshSpec>;
  readonly isOfManifest?: true;
  /** What the instance is told, what the window does, what the member keeps as a whole, and whether it acknowledges by itself. */
  readonly want: readonly [string, string | undefined, string, boolean];
}

const rows: readonly Row[] = [
  { name: "a function", mesh: told({}), want: ["atleast_once", undefined, "atleast_once", true] },
  ...(["atleast_once", "atmost_once", "effectively_once"] as const).map((processingGuarantee): Row => {
    const want = [processingGuarantee, undefined, processingGuarantee, true] as const;
    return { name: `a function with ${processingGuarantee}`, mesh: told({ processingGuarantee }), want };
  }),
  {
    name: "a function whose code acknowledges",
    mesh: told({ processingGuarantee: "manual" }),
    want: ["manual", undefined, "manual", false],
  },
  {
    name: "a function without acknowledging",
    mesh: told({ autoAck: false }),
    want: ["atleast_once", undefined, "atleast_once", false],
  },
  {
    name: "a function whose guarantee is not known yet",
    mesh: told({ processingGuarantee: unknown }),
    want: [unknown, undefined, unknown, true],
  },
  { name: "a window", mesh: windowed({}), want: ["manual", "ATLEAST_ONCE", "atleast_once", false] },
  {
    name: "a window of a function at most once",
    mesh: windowed({ processingGuarantee: "atmost_once" }),
    want: ["manual", "ATMOST_ONCE", "atmost_once", false],
  },
  {
    name: "a window at most once",
    mesh: windowed({}, { processingGuarantees: "ATMOST_ONCE" }),
    want: ["manual", "ATMOST_ONCE", "atmost_once", false],
  },
  {
    name: "a window that counts for more than its function",
    mesh: windowed({ processingGuarantee: "atmost_once" }, { processingGuarantees: "ATLEAST_ONCE" }),
    want: ["manual", "ATLEAST_ONCE", "atleast_once", false],
  },
  {
    name: "a window beside manual, which means nothing there",
    mesh: windowed({ processingGuarantee: "manual" }),
    want: ["manual", "ATLEAST_ONCE", "atleast_once", false],
  },
  {
    name: "a window at most once beside manual",
    mesh: windowed({ processingGuarantee: "manual" }, { processingGuarantees: "ATMOST_ONCE" }),
    want: ["manual", "ATMOST_ONCE", "atmost_once", false],
  },
  {
    name: "a window beside what it cannot keep",
    mesh: windowed({ processingGuarantee: "effectively_once" }),
    want: ["effectively_once", "ATLEAST_ONCE", "atleast_once", true],
  },
  {
    name: "a window of a function whose guarantee is not known yet",
    mesh: windowed({ processingGuarantee: unknown }),
    want: [unknown, unknown, unknown, true],
  },
  {
    name: "a window whose guarantee is not known yet",
    mesh: windowed({}, { processingGuarantees: unknown }),
    want: ["manual", unknown, unknown, false],
  },
  {
    name: "a window of a manifest",
    mesh: windowed({ processingGuarantee: "atmost_once" }),
    isOfManifest: true,
    want: ["atmost_once", undefined, "atmost_once", true],
  },
  {
    name: "a window of a manifest that says what it does",
    mesh: windowed({}, { processingGuarantees: "ATMOST_ONCE" }),
    isOfManifest: true,
    want: ["atleast_once", "ATMOST_ONCE", "atleast_once", true],
  },
  {
    name: "a sink by hand",
    mesh: { sinks: { k: sink({ processingGuarantee: "manual" }) } },
    want: ["manual", undefined, "manual", false],
  },
  {
    name: "a source, which reads nothing",
    mesh: { sources: { s: source({ processingGuarantee: "effectively_once" }) } },
    want: ["effectively_once", undefined, "effectively_once", true],
  },
];

describe("guarantees", () => {
  for (const { name, mesh, isOfManifest, want } of rows) {
    it(`of ${name}`, () => {
      const stated = onlyMember(mesh);
      const member = isOfManifest === true ? fromManifest(stated) : stated;
      const ofWindow =
        member.kind === "function" && member.spec.windowConfig !== undefined ? windowGuarantee(member) : undefined;
      assert.deepEqual([guaranteeOf(member), ofWindow, keptGuarantee(member), isAutoAcked(member)], want);
    });
  }
});
