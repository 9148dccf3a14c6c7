import assert from "node:assert/strict";
import { evidenceOf, stuckPods } from "../../../provider/kubernetes/evidence";
import type { ObservedContainer, ObservedPod } from "../../../provider/kubernetes/observed";

const pod = (uid: string, revision: string, container: Partial<ObservedContainer>): ObservedPod => ({
  metadata: { name: `orders-score-${uid}`, uid, labels: { "controller-revision-hash": revision } },
  status: { containerStatuses: [{ name: "pulsar-function", ready: false, restartCount: 0, ...container }] },
});
const waitingFor = (reason: string) => ({ state: { waiting: { reason } } });
const running = { state: { running: {} } };

interface Row {
  readonly name: string;
  readonly atStart: readonly ObservedPod[];
  /** The same as at the start where it is left out. */
  readonly now?: readonly ObservedPod[];
  readonly observed?: number;
  readonly want: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "a crash loop of the wanted revision",
    atStart: [pod("0", "new", { restartCount: 3, ...waitingFor("CrashLoopBackOff") })],
    want: ["0"],
  },
  { name: "an image that cannot be pulled", atStart: [pod("0", "new", waitingFor("ImagePullBackOff"))], want: ["0"] },
  {
    name: "a pull that failed and was tried in between",
    atStart: [pod("0", "new", waitingFor("ErrImagePull"))],
    now: [pod("0", "new", waitingFor("ImagePullBackOff"))],
    want: ["0"],
  },
  {
    name: "a pod that had ended, and ended once more with what it was started with",
    atStart: [pod("0", "new", { restartCount: 2, ...running })],
    now: [pod("0", "new", { restartCount: 2, ...waitingFor("CrashLoopBackOff") })],
    want: ["0"],
  },
  {
    name: "no crash loop of the revision before",
    atStart: [pod("0", "old", { restartCount: 3, ...waitingFor("CrashLoopBackOff") })],
    want: [],
  },
  {
    name: "no crash loop that began during the wait",
    atStart: [pod("0", "new", running)],
    now: [pod("0", "new", { restartCount: 1, ...waitingFor("CrashLoopBackOff") })],
    want: [],
  },
  {
    name: "no crash loop of a pod made during the wait",
    atStart: [pod("0", "new", { restartCount: 3, ...waitingFor("CrashLoopBackOff") })],
    now: [pod("1", "new", { restartCount: 1, ...waitingFor("CrashLoopBackOff") })],
    want: [],
  },
  { name: "no running pod", atStart: [pod("0", "new", { restartCount: 3, ...running })], want: [] },
  {
    name: "nothing while the wanted revision is not known",
    atStart: [pod("0", "new", { restartCount: 3, ...waitingFor("CrashLoopBackOff") })],
    observed: 1,
    want: [],
  },
];

describe("stuckPods", () => {
  for (const { name, atStart, now = atStart, observed = 2, want } of rows) {
    it(`finds ${name}`, () => {
      const statefulSet = {
        metadata: { generation: 2 },
        status: { observedGeneration: observed, updateRevision: "new" },
      };
      const found = stuckPods({ statefulSet, pods: now, events: [], earlier: evidenceOf(atStart, []) });
      assert.deepEqual(
        found.map(({ metadata }) => metadata?.uid),
        want,
      );
    });
  }
});
