import assert from "node:assert/strict";
import { join } from "node:path";
import { previewedChange } from "./fields/previewed-change";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { type PreviewStep, Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

const hpa = { autoscaling: { minReplicas: 2, maxReplicas: 6, cpu: 70 } };
const standby = { standby: true };

/** A way of deciding the number of instances of a member. */
interface State {
  readonly name: string;
  readonly fields: Properties;
  /** The number before a change. Where a program leaves it to others, they have set it. */
  readonly live: number;
  /** The number after a change from a state that runs; undefined where that is the number before. */
  readonly fromRunning?: number;
  readonly fromStopped: number;
}

const states: readonly State[] = [
  { name: "stated", fields: { replicas: 4 }, live: 4, fromRunning: 4, fromStopped: 4 },
  { name: "unstated", fields: {}, live: 3, fromStopped: 1 },
  { name: "hpa", fields: hpa, live: 3, fromStopped: 2 },
  // KEDA, which is not there, would go on from the API server's own number.
  { name: "keda", fields: { autoscaling: { maxReplicas: 6, backlog: {} } }, live: 3, fromStopped: 1 },
  { name: "paused", fields: { replicas: 4, paused: true }, live: 0, fromRunning: 0, fromStopped: 0 },
  { name: "pausedhpa", fields: { ...hpa, paused: true }, live: 0, fromRunning: 0, fromStopped: 0 },
  { name: "standby", fields: standby, live: 0, fromRunning: 0, fromStopped: 0 },
];

/**
 * Several names of one cluster, each with a kubernetes provider of its own: one asks the API server five times a second only, which
 * so many objects would wait for.
 */
const clusters = ["east", "middle", "west"] as const;

interface Transition {
  readonly key: string;
  readonly cluster: string;
  readonly from: State;
  readonly to: State;
}

/** Each way to run to each other one, and in and out of each way to stand still. */
const followers: Readonly<Record<string, readonly string[]>> = {
  stated: ["unstated", "hpa", "keda", "paused"],
  unstated: ["stated", "hpa", "keda", "standby"],
  hpa: ["stated", "unstated", "keda", "pausedhpa"],
  keda: ["stated", "unstated", "hpa", "paused"],
  paused: ["stated", "unstated", "hpa", "keda"],
  pausedhpa: ["stated", "unstated", "hpa", "keda"],
  standby: ["stated", "hpa"],
};

const transitions: readonly Transition[] = states
  .flatMap((from) => states.filter(({ name }) => followers[from.name]?.includes(name)).map((to) => ({ from, to })))
  .map(({ from, to }, index) => {
    const key = `${from.name}-${to.name}`;
    return { key, from, to, cluster: clusters[index % clusters.length] ?? "" };
  });

/** The numbers that are right after a change. An autoscaler that the engine is still to delete may have come to its own. */
const rightNumbers = ({ from, to }: Transition): readonly number[] => {
  if (from.live > 0) return [to.fromRunning ?? from.live];
  const isStillScaled = from.name === "pausedhpa" && to.fromStopped < hpa.autoscaling.minReplicas;
  return isStillScaled ? [to.fromStopped, hpa.autoscaling.minReplicas] : [to.fromStopped];
};

interface Instances {
  readonly replicas: number;
  /** UIDs of the pods by their names. */
  readonly pods: ReadonlyMap<string, string>;
}

/** The state of so many resources is written once for each update, not after each of them. */
const env = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

/** Members that go from each way of deciding the number of instances to each other one, all in one update. */
describe("the number of instances of a member", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  let steps: readonly PreviewStep[] = [];
  let looks: { readonly before: ReadonlyMap<string, Instances>; readonly after: ReadonlyMap<string, Instances> };
  const kubernetesNamespace = "transitions";
  const parallel = ["--parallel", "64"] as const;

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    await cluster.kubectl("apply", "-f", join(__dirname, "harness", "scaling-crds.yaml"));
    await cluster.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all");
    stack = await Stack.create({ language: "yaml", files: program(({ from }) => from.fields), attach: true, env });
    await up();
    await scale(
      transitions.filter(({ from }) => ["unstated", "hpa", "keda"].includes(from.name)),
      3,
    );
    const seen = await look();
    stack.write(program(({ to }) => to.fields));
    steps = (await stack.steps()).filter(({ op }) => !["same", "read"].includes(op));
    await up();
    looks = { before: seen, after: await look() };
  });
  after(async () => {
    const result = await stack.destroy(...parallel);
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  for (const transition of transitions) {
    const { key, from, to } = transition;
    const right = rightNumbers(transition);
    it(`goes from ${from.live} to ${right.join(" or ")}: ${from.name} to ${to.name}`, () => {
      const [was, is] = [looks.before.get(key), looks.after.get(key)];
      assert.equal(was?.replicas, from.live);
      assert.ok(right.includes(is?.replicas ?? -1), `${is?.replicas}`);
      const stayed = [...(was?.pods ?? [])].slice(0, is?.replicas);
      assert.deepEqual([...(is?.pods ?? [])].slice(0, from.live), stayed);
      const own = steps.filter(({ urn }) => urn.endsWith(`-${key}`));
      assert.equal(previewedChange(own), "scale", JSON.stringify(own, undefined, 1));
    });
  }

  it("leaves nothing to do", async () => {
    const again = await stack.preview("--expect-no-changes", ...parallel);
    assert.equal(again.code, 0, again.output);
  });

  it("is left alone by later changes where others decide it", async () => {
    const others = transitions.filter(({ key }) =>
      ["stated-unstated", "stated-hpa", "stated-keda", "paused-unstated", "keda-hpa"].includes(key),
    );
    const stated = transitions.filter(({ key }) => ["hpa-stated", "stated-paused"].includes(key));
    await scale(others, 5);
    const seen = await stack.preview("--refresh", "--expect-no-changes", ...only(others), ...parallel);
    assert.equal(seen.code, 0, seen.output);
    const note = { pod: { annotations: { note: "other" } } };
    stack.write(program((each) => ({ ...each.to.fields, ...([...others, ...stated].includes(each) ? note : {}) })));
    await up();
    const now = await look();
    for (const { key } of others) assert.equal(now.get(key)?.replicas, 5, key);
    for (const { key, to } of stated) assert.equal(now.get(key)?.replicas, to.live, key);
  });

  it("is put back to a stated one, and from none to any where others decide it", async () => {
    const chosen = transitions.filter(({ key }) => ["hpa-stated", "stated-unstated", "stated-hpa"].includes(key));
    await scale(chosen, 0);
    const drifted = (await stack.steps("--refresh", ...only(chosen))).filter(
      ({ op }) => !["same", "read", "refresh"].includes(op),
    );
    assert.deepEqual(
      drifted.map(({ op, urn }) => `${op} ${urn.split("::").pop()}`).sort(),
      chosen.map(({ key }) => `update moves-${key}`).sort(),
    );
    const repaired = await stack.up("--refresh", ...only(chosen), ...parallel);
    assert.equal(repaired.code, 0, repaired.output);
    const now = await look();
    assert.deepEqual(
      chosen.map(({ key }) => `${key} ${now.get(key)?.replicas}`),
      ["stated-unstated 1", "stated-hpa 2", "hpa-stated 4"],
    );
  });

  /** Nothing but the objects of some members. */
  const only = (members: readonly Transition[]): readonly string[] =>
    members.map(({ key }) => `--target=**::moves-${key}`);

  async function up(): Promise<void> {
    const result = await stack.up(...parallel);
    assert.equal(result.code, 0, result.output);
  }

  async function scale(members: readonly Transition[], count: number): Promise<void> {
    const workloads = members.map(({ key }) => `statefulset/moves-${key}`);
    await kubectl("scale", ...workloads, `--replicas=${count}`);
  }

  /** All members, once as many instances are ready as are wanted. */
  async function look(): Promise<ReadonlyMap<string, Instances>> {
    for (let tries = 0; tries < 120; tries += 1) {
      const { items } = JSON.parse(await kubectl("get", "statefulsets,pods", "-o", "json"));
      const found = instancesOf(items);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error("instances still come and go");
  }

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);

  const program = (fieldsOf: (transition: Transition) => Properties) =>
    meshProject("moves", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: Object.fromEntries(clusters.map((key) => [key, kubernetesEntry(cluster, kubernetesNamespace)])),
      defaults: { rollout: simulatedRollout },
      topics: { in: {} },
      functions: Object.fromEntries(
        transitions.map((transition) => [
          transition.key,
          imageFunction("in", undefined, placed(transition, fieldsOf(transition))),
        ]),
      ),
    });
});

/** A member stands by in a place, with which it is the same member. */
const placed = ({ cluster }: Transition, { standby: isStandby = false, ...fields }: Properties): Properties => ({
  ...fields,
  ...(isStandby === true ? { placement: [{ cluster, standby: true }] } : { cluster }),
});

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly uid: string };
  readonly spec: { readonly replicas?: number };
  readonly status?: { readonly readyReplicas?: number };
}

/** Undefined while instances come and go. */
function instancesOf(objects: readonly KubernetesObject[]): ReadonlyMap<string, Instances> | undefined {
  const workloads = objects.filter(({ kind }) => kind === "StatefulSet");
  const found = workloads.map(({ metadata, spec, status }) => {
    const pods = objects.filter(
      ({ kind, metadata: { name } }) => kind === "Pod" && name.replace(/-\d+$/, "") === metadata.name,
    );
    const uids = pods.map((pod) => [pod.metadata.name, pod.metadata.uid] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    const replicas = spec.replicas ?? 1;
    const isSettled = pods.length === replicas && (status?.readyReplicas ?? 0) === replicas;
    return { name: metadata.name.replace(/^moves-/, ""), replicas, pods: new Map(uids), isSettled };
  });
  if (found.some(({ isSettled }) => !isSettled)) return undefined;
  return new Map(found.map(({ name, replicas, pods }) => [name, { replicas, pods }]));
}
