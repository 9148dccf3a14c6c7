import assert from "node:assert/strict";
import { type PulsarServer } from "../../../tools/run/pulsar";
import { countCallsTo } from "./counting-proxy";

/** A way to a broker that is killed at a certain call, and started again while whoever called goes on. */
export interface MortalBroker {
  readonly url: string;
  /** Runs something that makes at least so many calls; the broker dies while it handles the one of that number. */
  throughDeath<Result>(atCall: number, run: () => Promise<Result>): Promise<Death<Result>>;
  close(): Promise<void>;
}

export interface Death<Result> {
  readonly result: Result;
  /** Different writes that were sent before. */
  readonly writesBefore: number;
  /** Different writes that were sent since, and not before: zero when the run had been over. */
  writesSince(): number;
}

export async function mortalBroker(broker: PulsarServer): Promise<MortalBroker> {
  let fatalCall: number | undefined;
  let revived: Promise<void> | undefined;
  let before: ReadonlySet<string> = new Set();
  const proxy = await countCallsTo(broker.adminUrl, (_, call) => {
    if (fatalCall === undefined || call < fatalCall) return;
    fatalCall = undefined;
    before = writesAmong(proxy.calls());
    revived = dieAndRevive();
  });
  const dieAndRevive = async (): Promise<void> => {
    await Promise.all([broker.kill(), proxy.hide()]);
    await broker.restart();
    await proxy.show();
  };
  return {
    url: proxy.url,
    throughDeath: async (atCall, run) => {
      proxy.calls();
      fatalCall = atCall;
      const result = await run();
      assert.ok(revived !== undefined && fatalCall === undefined, `it was over before call ${atCall}`);
      await revived;
      revived = undefined;
      const since = new Set<string>();
      const writesSince = (): number => {
        for (const write of writesAmong(proxy.calls())) if (!before.has(write)) since.add(write);
        return since.size;
      };
      return { result, writesBefore: before.size, writesSince };
    },
    close: () => proxy.close(),
  };
}

const writesAmong = (calls: readonly string[]): ReadonlySet<string> =>
  new Set(calls.filter((call) => !call.startsWith("GET ")));
