import assert from "node:assert/strict";
import type { InstancePods } from "../../../../../provider/pulumi/resources/rollout/instance-pods";
import { countInstances } from "../../../../../provider/pulumi/resources/rollout/own-instances";

interface Seen {
  readonly id?: string;
  /** What instances in Java say of themselves; those in Python and Go do not say where they run. */
  readonly host?: string;
  readonly number?: string;
  /** Seconds after the pods were made; undefined where the broker does not say so. */
  readonly after?: number;
}

const podsMade = 1_000_000;
const pods = (count: number, more: object = {}): InstancePods =>
  new Map(
    Array.from({ length: count }, (_, number) => [String(number), { madeAt: podsMade, hasNodesName: false, ...more }]),
  );

const rows: readonly {
  readonly name: string;
  readonly seen: readonly Seen[];
  readonly pods: InstancePods | undefined;
  readonly attached: number;
  readonly others: number;
}[] = [
  { name: "its own", seen: [{ host: "mesh-m-0", after: 5 }], pods: pods(1), attached: 1, others: 0 },
  {
    name: "one once, however many topics it has a consumer for",
    seen: [
      { host: "mesh-m-0", after: 5 },
      { host: "mesh-m-0", after: 6 },
    ],
    pods: pods(1),
    attached: 1,
    others: 0,
  },
  { name: "no other member's", seen: [{ id: "t/n/x", after: 5 }], pods: pods(1), attached: 0, others: 0 },
  {
    name: "not that of the workload before, which has another name",
    seen: [{ host: "mesh-m-3f2a-0", after: 5 }],
    pods: pods(1),
    attached: 0,
    others: 1,
  },
  {
    name: "not that of the place that the member moves from, whose pod has the same name",
    seen: [{ host: "mesh-m-0", after: -60 }],
    pods: pods(1),
    attached: 0,
    others: 1,
  },
  {
    name: "its own beside that one",
    seen: [
      { host: "mesh-m-0", after: -60 },
      { host: "mesh-m-0", after: 4 },
    ],
    pods: pods(1),
    attached: 1,
    others: 1,
  },
  {
    name: "one that whole seconds make seem too early",
    seen: [{ after: -1.9 }],
    pods: pods(1),
    attached: 1,
    others: 0,
  },
  {
    name: "those that do not say where they run by their time alone",
    seen: [
      { number: "0", after: 3 },
      { number: "1", after: -30 },
    ],
    pods: pods(2),
    attached: 1,
    others: 1,
  },
  {
    name: "none with a number that no pod has: another place has more of them",
    seen: [{ number: "2", after: 5 }],
    pods: pods(2),
    attached: 0,
    others: 1,
  },
  {
    name: "those of a broker that gives no times",
    seen: [{ host: "mesh-m-0" }],
    pods: pods(1),
    attached: 1,
    others: 0,
  },
  {
    name: "those of pods whose creation is not known",
    seen: [{ host: "mesh-m-0", after: -60 }],
    pods: pods(1, { madeAt: undefined }),
    attached: 1,
    others: 0,
  },
  {
    name: "those on their node's network, which go by its name",
    seen: [{ host: "worker-0", after: 5 }],
    pods: pods(1, { hasNodesName: true }),
    attached: 1,
    others: 0,
  },
  {
    name: "those of an image with names of its own",
    seen: [{ host: "runner", after: 5 }],
    pods: pods(1),
    attached: 1,
    others: 0,
  },
  {
    name: "those with a full name",
    seen: [{ host: "mesh-m-0.mesh-m.ns.svc", after: 5 }],
    pods: pods(1),
    attached: 1,
    others: 0,
  },
  {
    name: "by the names alone where the cluster is not ours to ask",
    seen: [
      { host: "mesh-m-0" },
      { host: "mesh-m-1", number: "1" },
      { host: "mesh-m-3f2a-2", number: "2" },
      { number: "3" },
    ],
    pods: undefined,
    attached: 3,
    others: 1,
  },
];

describe("countInstances", () => {
  for (const { name, seen, attached, others, pods: known } of rows)
    it(`counts ${name}`, () => {
      const clients = seen.map(({ id = "t/n/m", host, number = "0", after }, index) => ({
        client: {
          name: String(index),
          address: "10.0.0.1:1",
          metadata: { id, instance_id: number, ...(host === undefined ? {} : { instance_hostname: host }) },
        },
        after,
      }));
      const connectedAt = new Map(
        clients.flatMap(({ client, after }) =>
          after === undefined ? [] : [[client, podsMade + after * 1000] as const],
        ),
      );
      const counted = countInstances(
        clients.map(({ client }) => client),
        connectedAt,
        { instance: "t/n/m", statefulSet: "mesh-m", pods: known },
      );
      assert.deepEqual(counted, { attached, others });
    });
});
