import assert from "node:assert/strict";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import {
  continuedScale,
  scaleWorkload,
  wantedScale,
  watchedReplicas,
} from "../../../../../provider/pulumi/resources/rollout/scale";

type Inputs = Readonly<Record<string, unknown>>;

interface Row {
  readonly name: string;
  readonly inputs: Inputs;
  /** Arguments of the rollout before; none where it is a new one. */
  readonly before?: Inputs;
  readonly live: number;
  readonly want: number | undefined;
}

const ran = { statefulSetUid: "a" };
const rows: readonly Row[] = [
  { name: "a new one begins with what is stated", inputs: { replicas: 3 }, live: 1, want: 3 },
  { name: "a new one that is stopped stays so", inputs: { replicas: 0 }, live: 0, want: undefined },
  { name: "a new one begins with its first number", inputs: { initialReplicas: 2 }, live: 1, want: 2 },
  {
    name: "another number is stated",
    inputs: { ...ran, replicas: 2 },
    before: { ...ran, replicas: 4 },
    live: 4,
    want: 2,
  },
  {
    name: "a stated number is put back",
    inputs: { ...ran, replicas: 2 },
    before: { ...ran, replicas: 2 },
    live: 5,
    want: 2,
  },
  {
    name: "a stated number stands",
    inputs: { ...ran, replicas: 2 },
    before: { ...ran, replicas: 2 },
    live: 2,
    want: undefined,
  },
  {
    name: "what was stated stays when nothing is any more",
    inputs: { ...ran, initialReplicas: 1 },
    before: { ...ran, replicas: 4 },
    live: 4,
    want: undefined,
  },
  {
    name: "fewer than the first number stay, where an autoscaler or somebody wants them",
    inputs: { ...ran, initialReplicas: 3 },
    before: { ...ran, initialReplicas: 3 },
    live: 2,
    want: undefined,
  },
  {
    name: "what has nothing is woken up",
    inputs: { ...ran, initialReplicas: 2 },
    before: { ...ran, initialReplicas: 2 },
    live: 0,
    want: 2,
  },
  {
    name: "what was stopped goes on with its first number",
    inputs: { ...ran, initialReplicas: 2 },
    before: { ...ran, replicas: 0 },
    live: 1,
    want: 2,
  },
  {
    name: "one made anew begins with its first number",
    inputs: { statefulSetUid: "b", initialReplicas: 2 },
    before: { ...ran, initialReplicas: 2 },
    live: 1,
    want: 2,
  },
  { name: "KEDA wakes its members itself", inputs: ran, before: { ...ran, replicas: 0 }, live: 0, want: undefined },
];

describe("wantedScale", () => {
  for (const { name, inputs, before, live, want } of rows)
    it(name, () => assert.equal(wantedScale(inputs, live, before), want));
});

describe("continuedScale", () => {
  it("is the stated number, and otherwise any but 0", () => {
    assert.equal(continuedScale({ replicas: 2 }, 5), 2);
    assert.equal(continuedScale({ replicas: 2 }, 2), undefined);
    assert.equal(continuedScale({ initialReplicas: 2 }, 1), undefined);
    assert.equal(continuedScale({ initialReplicas: 2 }, 0), 2);
    assert.equal(continuedScale({}, 0), undefined);
  });
});

describe("watchedReplicas", () => {
  it("watches what is stated, and otherwise that there is an instance at all", () => {
    assert.equal(watchedReplicas({ replicas: 2 }, 5), 5);
    assert.equal(watchedReplicas({ initialReplicas: 2 }, 5), undefined);
    assert.equal(watchedReplicas({ initialReplicas: 2 }, 0), 0);
    assert.equal(watchedReplicas({}, 0), undefined);
  });
});

describe("scaleWorkload", () => {
  const statefulSet: V1StatefulSet = {
    metadata: { name: "orders-score", namespace: "mesh", generation: 3 },
    spec: { serviceName: "s", selector: {}, template: {}, replicas: 5 },
  };
  const scaled = async (inputs: Inputs, before: Inputs | undefined) => {
    const bodies: unknown[] = [];
    const apps = {
      patchNamespacedStatefulSet: (request: { readonly body: unknown }): Promise<V1StatefulSet> => {
        bodies.push(request.body);
        return Promise.resolve({ metadata: { generation: 4 } });
      },
    };
    const result = await scaleWorkload({ server: "https://cluster", apps }, statefulSet, { inputs, before });
    return { result, bodies };
  };

  it("sets the number, and tells a repair from a change", async () => {
    const { result, bodies } = await scaled({ ...ran, replicas: 2 }, { ...ran, replicas: 2 });
    assert.deepEqual(result, { generation: 4, isRepair: true });
    assert.deepEqual(bodies, [[{ op: "replace", path: "/spec/replicas", value: 2 }]]);
    assert.equal((await scaled({ ...ran, replicas: 2 }, { ...ran, replicas: 4 })).result?.isRepair, false);
  });
  it("sends nothing where the number is right", async () => {
    assert.deepEqual(await scaled({ ...ran, replicas: 5 }, ran), { result: undefined, bodies: [] });
  });
});
