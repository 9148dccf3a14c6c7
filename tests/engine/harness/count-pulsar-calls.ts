import { countCallsTo } from "./counting-proxy";
import { type Extent, manyPulsarResources } from "./many-pulsar-resources";
import { type RunResult, Stack } from "./stack";

/** Calls of the admin API in each run of the command line. */
export interface PulsarCalls {
  readonly create: readonly string[];
  readonly preview: readonly string[];
  readonly refresh: readonly string[];
  readonly seconds: Readonly<Record<"up" | "preview" | "refresh", number>>;
}

/** Makes the resources of a program with the real engine, previews it without a change, refreshes it, and takes it down. */
export async function countPulsarCalls(adminUrl: string, extent: Extent): Promise<PulsarCalls> {
  const proxy = await countCallsTo(adminUrl);
  const stack = await Stack.create({ language: "yaml", files: manyPulsarResources(extent) });
  try {
    await stack.pulumi("config", "set", "function-mesh:adminUrl", proxy.url);
    const measured = async (run: () => Promise<RunResult>): Promise<Measured> => {
      proxy.calls();
      const start = Date.now();
      const { code, output } = await run();
      if (code !== 0) throw new Error(output);
      return { seconds: Math.round((Date.now() - start) / 100) / 10, calls: proxy.calls() };
    };
    const up = await measured(() => stack.up());
    const preview = await measured(() => stack.preview("--expect-no-changes"));
    const refresh = await measured(() => stack.pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes"));
    await measured(() => stack.destroy());
    return {
      create: up.calls,
      preview: preview.calls,
      refresh: refresh.calls,
      seconds: { up: up.seconds, preview: preview.seconds, refresh: refresh.seconds },
    };
  } finally {
    await stack.remove();
    await proxy.close();
  }
}

interface Measured {
  readonly seconds: number;
  readonly calls: readonly string[];
}

/** Those among calls that concern topics, and those that concern namespaces themselves. */
export const callsOf = (calls: readonly string[], kind: "persistent" | "namespaces"): readonly string[] =>
  calls.filter((call) => call.split(" ")[1]?.startsWith(`/admin/v2/${kind}/`));
