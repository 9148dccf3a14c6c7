import assert from "node:assert/strict";
import { type Random } from "../../arguments/random";
import { contentsOf, idsOf } from "./broker-contents";
import { type CallPhase, countCallsTo } from "./counting-proxy";
import { mixedPulsarResources } from "./mixed-pulsar-resources";
import { type RunResult, Stack } from "./stack";
import { killProcessesOf, type Victim } from "./stack-processes";
import { restoreTornCheckpoint } from "./torn-checkpoint";

/** A moment in a run, by its calls of the admin API. */
export interface KillMoment {
  readonly call: number;
  readonly phase: CallPhase;
  readonly victim: Victim;
}

/** A stack of Pulsar resources whose runs are killed, and which has to come to what it should be with the next run. */
export interface KillableStack {
  /** Kills an `up` and makes everything, then kills a `destroy` and takes everything away. Says at which moments. */
  liveThrough(victim: Victim, random: Random): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export interface KillableOptions {
  readonly adminUrl: string;
  /** Pulsar's own name of the broker's cluster. */
  readonly clusterName: string;
  readonly tenant: string;
  readonly resources: number;
}

/** Making or deleting a resource takes three or four calls. */
const callsPerResource = 3;

export async function killableStack(options: KillableOptions): Promise<KillableStack> {
  const { adminUrl, clusterName, tenant, resources } = options;
  let moment: KillMoment | undefined;
  const proxy = await countCallsTo(adminUrl, (phase, call) => {
    if (moment === undefined || phase !== moment.phase || call < moment.call) return;
    killProcessesOf(stack, moment.victim);
    moment = undefined;
  });
  const stack = await Stack.create({ language: "yaml", files: mixedPulsarResources(tenant, resources) });
  await stack.pulumi("config", "set", "function-mesh:adminUrl", proxy.url);
  await stack.pulumi("config", "set", "function-mesh:clusterName", clusterName);
  const runKilled = async (at: KillMoment, run: () => Promise<RunResult>): Promise<void> => {
    proxy.calls();
    moment = at;
    const { code, output } = await run();
    assert.equal(moment, undefined, `it was over before call ${at.call}:\n${output}`);
    assert.notEqual(code, 0, output);
    if (at.victim === "plugin") return;
    // Only an engine that died leaves its lock, and perhaps half a state.
    restoreTornCheckpoint(stack);
    succeeds(await stack.pulumi("cancel", "--yes"));
  };
  return {
    liveThrough: async (victim, random) => {
      const made = { victim, ...momentOf(random, resources) };
      const deleted = { victim, ...momentOf(random, resources) };
      await runKilled(made, () => stack.up());
      succeeds(await stack.up());
      assert.deepEqual(await contentsOf(adminUrl, tenant), idsOf((await stack.state()).resources));
      if (made.victim === "engine") await clearPendingCreates(stack);
      succeeds(await stack.preview("--refresh", "--expect-no-changes"));
      await runKilled(deleted, () => stack.destroy());
      succeeds(await stack.destroy());
      assert.deepEqual(await contentsOf(adminUrl, tenant), []);
      return [`up ${textOf(made)}`, `destroy ${textOf(deleted)}`];
    },
    remove: async () => {
      await stack.remove();
      await proxy.close();
    },
  };
}

/** What only an engine that died leaves in the state. */
async function clearPendingCreates(stack: Stack): Promise<void> {
  succeeds(await stack.pulumi("refresh", "--yes", "--skip-preview", "--clear-pending-creates"));
  const { text } = await stack.state();
  assert.deepEqual(JSON.parse(text).deployment.pending_operations ?? [], []);
}

const momentOf = (random: Random, resources: number): Omit<KillMoment, "victim"> => ({
  call: 1 + random.below(resources * callsPerResource),
  phase: random.pick(["asked", "answered"]),
});

const textOf = ({ call, phase, victim }: KillMoment): string => `${victim} killed when call ${call} was ${phase}`;

const succeeds = ({ code, output }: RunResult): void => assert.equal(code, 0, output);
