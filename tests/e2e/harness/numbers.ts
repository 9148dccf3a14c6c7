import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { obtainPythonInstancePackages, pythonInterpreter } from "../../../tools/obtain/python";
import type { PulsarServer } from "../../../tools/run/pulsar";
import { tied } from "../../../tools/run/started-process";

/** Numbers on their way to a topic. */
export interface NumberStream {
  /** Resolves to how many were sent: 0, 1, 2 … */
  stop(): Promise<number>;
}

/** Sends the numbers from 0 on, so many a second, until it is stopped. */
export async function sendNumbers(broker: PulsarServer, topic: string, perSecond: number): Promise<NumberStream> {
  const [command = "", ...args] = tied(program(broker, ["send", topic, String(perSecond)]));
  const child = spawn(command, args, { env: await environmentOf() });
  const [output, errors] = [text(child.stdout), text(child.stderr)];
  return {
    stop: async () => {
      child.stdin.end();
      const sent = await output;
      if (sent === "") throw new Error(`sending numbers to ${topic}: ${await errors}`);
      return Number(sent);
    },
  };
}

/** How often each text arrived, until there are so many different ones or the time is over. */
export async function receiveDistinct(
  broker: PulsarServer,
  topic: string,
  { count, seconds = 60 }: { readonly count: number; readonly seconds?: number },
): Promise<Readonly<Record<string, number>>> {
  return JSON.parse(await run(program(broker, ["receive", topic, "numbers", String(count), String(seconds)])));
}

/** Fails when the broker does not take the token. */
export async function connectWith(token: string, broker: PulsarServer, topic: string): Promise<void> {
  await run(program({ ...broker, adminToken: token }, ["connect", topic]));
}

const program = ({ serviceUrl, adminToken = "" }: PulsarServer, args: readonly string[]): readonly string[] => [
  pythonInterpreter("the tests need it"),
  ...[join(__dirname, "numbers.py"), serviceUrl, adminToken, ...args],
];

async function run([command = "", ...args]: readonly string[]): Promise<string> {
  const options = { env: await environmentOf(), maxBuffer: 64 << 20 };
  return (await promisify(execFile)(command, args, options)).stdout;
}

const environmentOf = async (): Promise<NodeJS.ProcessEnv> => ({
  PATH: process.env["PATH"],
  PYTHONPATH: await obtainPythonInstancePackages(),
  PYTHONDONTWRITEBYTECODE: "1",
});
