import assert from "node:assert/strict";
import { evidenceOf } from "../../../provider/kubernetes/evidence";
import type { ObservedContainer, ObservedPod, ObservedWorkload } from "../../../provider/kubernetes/observed";
import { type Readiness, readinessOf } from "../../../provider/kubernetes/readiness";

const revision = "orders-score-6d9f";
const before = "orders-score-58b7";

interface StatusParts {
  readonly replicas?: number;
  readonly ready?: number;
  readonly updated?: number;
  readonly current?: string;
  readonly observed?: number;
}

const workload = (wanted: number, parts: StatusParts, more: Partial<ObservedWorkload> = {}): ObservedWorkload => ({
  statefulSet: {
    metadata: { name: "orders-score", generation: 3 },
    spec: { replicas: wanted },
    status: {
      observedGeneration: parts.observed ?? 3,
      replicas: parts.replicas ?? wanted,
      readyReplicas: parts.ready ?? 0,
      updatedReplicas: parts.updated ?? wanted,
      currentRevision: parts.current ?? revision,
      updateRevision: revision,
    },
  },
  pods: [],
  events: [],
  ...more,
});

const pod = (
  ordinal: number,
  container: Partial<ObservedContainer>,
  parts: { revision?: string; ready?: boolean } = {},
): ObservedPod => ({
  metadata: {
    name: `orders-score-${ordinal}`,
    uid: `uid-${ordinal}`,
    labels: { "controller-revision-hash": parts.revision ?? revision },
  },
  status: {
    conditions: [{ type: "Ready", status: parts.ready === true ? "True" : "False" }],
    containerStatuses: [{ name: "pulsar-function", ready: false, restartCount: 0, ...container }],
  },
});
const waitingFor = (reason: string, message?: string) => ({
  state: { waiting: { reason, ...(message === undefined ? {} : { message }) } },
});
const ended = (exitCode: number) => ({ terminated: { exitCode, reason: exitCode === 0 ? "Completed" : "Error" } });
const running = { state: { running: { startedAt: "2026-01-01T00:00:00Z" } } };
const failedCreate = (message: string, lastTimestamp: string) => ({ reason: "FailedCreate", message, lastTimestamp });

const refused =
  'create Pod orders-score-0 in StatefulSet orders-score failed error: pods "orders-score-0" is forbidden: exceeded quota';
const container0 = "container pulsar-function of pod orders-score-0";
const waits = (reason: string): Readiness => ({ state: "waiting", reason });
const fails = (reason: string): Readiness => ({
  state: "failed",
  pod: "orders-score-0",
  reason: `${container0} ${reason}`,
});

const rows: readonly { readonly name: string; readonly seen: ObservedWorkload; readonly want: Readiness }[] = [
  { name: "all replicas ready on the revision", seen: workload(2, { ready: 2 }), want: { state: "ready" } },
  { name: "no replicas wanted", seen: workload(0, {}), want: { state: "ready" } },
  {
    name: "no replicas wanted, one still there",
    seen: workload(0, { replicas: 1 }, { pods: [pod(0, running, { ready: true })] }),
    want: waits("1 pods exist where 0 are wanted"),
  },
  {
    name: "the change not seen yet, all ready",
    seen: workload(1, { observed: 2, ready: 1 }),
    want: waits("the controller has not seen the change yet"),
  },
  {
    name: "no status yet",
    seen: { statefulSet: { metadata: { generation: 1 }, spec: { replicas: 1 } }, pods: [], events: [] },
    want: waits("the controller has not seen the change yet"),
  },
  { name: "no pod yet", seen: workload(2, { replicas: 0, updated: 0 }), want: waits("0 of 2 pods exist") },
  {
    name: "pods refused",
    seen: workload(
      1,
      { replicas: 0, updated: 0 },
      { events: [failedCreate(refused, "2026-01-01T10:00:05Z")], since: "2026-01-01T10:00:05.900Z" },
    ),
    want: { state: "failed", reason: `pods of orders-score are refused: ${refused}` },
  },
  {
    name: "pods refused before this revision",
    seen: workload(
      1,
      { replicas: 0, updated: 0 },
      { events: [failedCreate(refused, "2026-01-01T09:00:00Z")], since: "2026-01-01T10:00:05Z" },
    ),
    want: waits("0 of 1 pods exist"),
  },
  {
    name: "pods refused once and made since",
    seen: workload(1, { ready: 1 }, { events: [failedCreate(refused, "2026-01-01T10:00:05Z")] }),
    want: { state: "ready" },
  },
  {
    name: "no node",
    seen: workload(
      1,
      {},
      {
        pods: [
          {
            metadata: { name: "orders-score-0", labels: { "controller-revision-hash": revision } },
            status: {
              conditions: [
                {
                  type: "PodScheduled",
                  status: "False",
                  reason: "Unschedulable",
                  message: "0/1 nodes are available: 1 Insufficient cpu.",
                },
              ],
            },
          },
        ],
      },
    ),
    want: waits("pod orders-score-0 has no node: 0/1 nodes are available: 1 Insufficient cpu."),
  },
  {
    name: "container being created",
    seen: workload(1, {}, { pods: [pod(0, waitingFor("ContainerCreating"))] }),
    want: waits(`${container0} waits: ContainerCreating`),
  },
  {
    name: "running, not ready",
    seen: workload(1, {}, { pods: [pod(0, running)] }),
    want: waits(`${container0} runs but is not ready yet`),
  },
  ...["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError"].map(
    (reason) => ({
      name: reason,
      seen: workload(1, {}, { pods: [pod(0, waitingFor(reason, "back-off"))] }),
      want: fails(`cannot start: ${reason} (back-off)`),
    }),
  ),
  {
    name: "first exit",
    seen: workload(1, {}, { pods: [pod(0, { state: ended(1) })] }),
    want: waits(`${container0} ended with exit code 1 and starts again`),
  },
  {
    name: "first exit, backing off",
    seen: workload(1, {}, { pods: [pod(0, { ...waitingFor("CrashLoopBackOff"), lastState: ended(1) })] }),
    want: waits(`${container0} waits: CrashLoopBackOff`),
  },
  {
    name: "running again after the first exit",
    seen: workload(1, {}, { pods: [pod(0, { ...running, restartCount: 1, lastState: ended(0) })] }),
    want: waits(`${container0} runs but is not ready yet`),
  },
  {
    name: "second exit with code 0",
    seen: workload(1, {}, { pods: [pod(0, { restartCount: 1, state: ended(0), lastState: ended(0) })] }),
    want: fails("ended 2 times, last with exit code 0"),
  },
  {
    name: "second exit, backing off",
    seen: workload(
      1,
      {},
      { pods: [pod(0, { restartCount: 1, ...waitingFor("CrashLoopBackOff"), lastState: ended(1) })] },
    ),
    want: fails("ended 2 times, last with exit code 1"),
  },
  {
    name: "running after the second exit",
    seen: workload(
      1,
      {},
      {
        pods: [
          pod(0, { restartCount: 2, ...running, lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } }),
        ],
      },
    ),
    want: fails("ended 2 times, last with exit code 137 (OOMKilled)"),
  },
  {
    name: "restarts long ago, ready now, while another pod starts",
    seen: workload(
      2,
      { ready: 1 },
      {
        pods: [
          pod(0, { restartCount: 5, ready: true, ...running, lastState: ended(1) }, { ready: true }),
          pod(1, running),
        ],
      },
    ),
    want: waits("container pulsar-function of pod orders-score-1 runs but is not ready yet"),
  },
  {
    name: "a failing pod of the revision before",
    seen: workload(
      2,
      { updated: 1, current: before },
      {
        pods: [
          pod(0, { restartCount: 9, ...waitingFor("CrashLoopBackOff") }, { revision: before }),
          pod(1, running, { ready: true }),
        ],
      },
    ),
    want: waits("pod orders-score-0 still runs the revision before"),
  },
  {
    name: "all ready, half of them on the revision before",
    seen: workload(
      2,
      { ready: 2, updated: 1, current: before },
      { pods: [pod(0, running, { ready: true, revision: before }), pod(1, running, { ready: true })] },
    ),
    want: waits("pod orders-score-0 still runs the revision before"),
  },
  {
    name: "all ready on the revision, which is not the current one yet",
    seen: workload(1, { ready: 1, current: before }, { pods: [pod(0, running, { ready: true })] }),
    want: waits("all pods are ready, and the controller has not noticed yet"),
  },
  {
    name: "a failing pod that is going away",
    seen: workload(
      1,
      { replicas: 0, updated: 0 },
      {
        pods: [
          {
            ...pod(0, waitingFor("ImagePullBackOff")),
            metadata: { name: "orders-score-0", deletionTimestamp: "2026-01-01T00:00:00Z" },
          },
        ],
      },
    ),
    want: waits("pod orders-score-0 is still ending"),
  },
  {
    name: "no replicas wanted, the last pod going away",
    seen: workload(
      0,
      { replicas: 1 },
      { pods: [{ metadata: { name: "orders-score-0", deletionTimestamp: "2026-01-01T00:00:00Z" } }] },
    ),
    want: waits("pod orders-score-0 is still ending"),
  },
  {
    name: "a failing pod that was deleted, which the watch does not show yet",
    seen: workload(1, {}, { pods: [pod(0, waitingFor("ImagePullBackOff"))], deleted: new Set(["uid-0"]) }),
    want: waits("pod orders-score-0 is still ending"),
  },
  {
    name: "a finished init container of a pod whose main container starts",
    seen: workload(
      1,
      {},
      {
        pods: [
          {
            ...pod(0, {}),
            status: {
              initContainerStatuses: [
                { name: "init", ready: true, restartCount: 1, state: ended(0), lastState: ended(1) },
              ],
              containerStatuses: [{ name: "pulsar-function", ready: false, restartCount: 0, ...running }],
            },
          },
        ],
      },
    ),
    want: waits(`${container0} runs but is not ready yet`),
  },
];

/** What the wait began with. */
const crashing = pod(0, { restartCount: 3, ...waitingFor("CrashLoopBackOff"), lastState: ended(1) });
const oldRefusal = { ...failedCreate(refused, "2026-01-01T10:00:05Z"), metadata: { uid: "e", resourceVersion: "7" } };
const earlier = evidenceOf([crashing], [oldRefusal]);
const gone = { replicas: 0, updated: 0 };

const laterRows: typeof rows = [
  {
    name: "exits before the wait, running now",
    seen: workload(1, {}, { pods: [pod(0, { restartCount: 4, ...running, lastState: ended(1) })], earlier }),
    want: waits(`${container0} runs but is not ready yet`),
  },
  {
    name: "one exit since",
    seen: workload(
      1,
      {},
      { pods: [pod(0, { restartCount: 4, ...waitingFor("CrashLoopBackOff"), lastState: ended(1) })], earlier },
    ),
    want: waits(`${container0} waits: CrashLoopBackOff`),
  },
  {
    name: "two exits since",
    seen: workload(
      1,
      {},
      { pods: [pod(0, { restartCount: 5, ...waitingFor("CrashLoopBackOff"), lastState: ended(1) })], earlier },
    ),
    want: fails("ended 2 times, last with exit code 1"),
  },
  {
    name: "two exits of a pod made since",
    seen: workload(
      1,
      {},
      {
        pods: [
          {
            ...pod(0, { restartCount: 1, state: ended(1) }),
            metadata: { ...pod(0, {}).metadata, uid: "another" },
          },
        ],
        earlier,
      },
    ),
    want: fails("ended 2 times, last with exit code 1"),
  },
  {
    name: "pods refused before the wait",
    seen: workload(1, gone, { events: [oldRefusal], earlier }),
    want: waits(`0 of 1 pods exist; when the wait began they were refused: ${refused}`),
  },
  {
    name: "pods refused again since",
    seen: workload(1, gone, {
      events: [{ ...oldRefusal, metadata: { uid: "e", resourceVersion: "8" } }],
      earlier,
    }),
    want: { state: "failed", reason: `pods of orders-score are refused: ${refused}` },
  },
];

describe("readiness", () => {
  for (const { name, seen, want } of laterRows)
    it(`since the wait began, ${name}: ${want.state}`, () => assert.deepEqual(readinessOf(seen), want));

  for (const { name, seen, want } of rows)
    it(`${name}: ${want.state}`, () => assert.deepEqual(readinessOf(seen), want));

  it("names the pod with the lowest ordinal first", () => {
    const pods = [10, 2].map((ordinal) => pod(ordinal, running));
    const readiness = readinessOf(workload(11, { replicas: 11 }, { pods }));
    assert.match(readiness.state === "waiting" ? readiness.reason : "", /orders-score-2 /);
  });
});
