import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { obtainPythonInstancePackages, pythonInterpreter } from "../../../tools/obtain/python";
import type { PulsarServer } from "../../../tools/run/pulsar";

/** Sends and receives with Pulsar's own Python client, from outside of the cluster. */
export const send = async (broker: PulsarServer, topic: string, texts: readonly string[]): Promise<void> => {
  await run(broker, ["send", topic, ...texts]);
};

/** The texts that arrive: all there are within the time, at most as many as asked for. */
export const receive = async (
  broker: PulsarServer,
  topic: string,
  { count, seconds = 30 }: { readonly count: number; readonly seconds?: number },
): Promise<readonly string[]> =>
  JSON.parse(await run(broker, ["receive", topic, "test", String(count), String(seconds)]));

async function run(broker: PulsarServer, args: readonly string[]): Promise<string> {
  const program = [join(__dirname, "messages.py"), broker.serviceUrl, broker.adminToken ?? "", ...args];
  const { stdout } = await promisify(execFile)(pythonInterpreter("the tests need it"), program, {
    env: { PYTHONPATH: await obtainPythonInstancePackages(), PYTHONDONTWRITEBYTECODE: "1" },
    maxBuffer: 64 << 20,
  });
  return stdout;
}
