import { cacheDirectory } from "./cache";
import { tools, type Tool } from "./catalogue";
import { Interrupted, interruptible } from "./interrupt";
import { duration, say } from "./progress";
import { reason } from "./unobtainable";

const usage = `Usage: npm run tools -- [list | obtain [NAME...] | --help]

  list      shows each tool, its version, where it comes from, and whether it is there
  obtain    gets the named tools, or all; the default. A tool that cannot be had stops no other.

Tools are kept in ${cacheDirectory()} (FUNCTION_MESH_CACHE names another directory).
FUNCTION_MESH_PULUMI_BIN, FUNCTION_MESH_FMKUBE and PULSAR_HOME name your own.
`;

const print = (text: string): void => void process.stdout.write(text);

async function stateOf(tool: Tool): Promise<string> {
  try {
    const place = await tool.find();
    return place === undefined ? `not there yet: ${tool.origin}` : place;
  } catch (error) {
    return reason(error);
  }
}

async function list(): Promise<void> {
  const states = await Promise.all(tools.map(stateOf));
  tools.forEach((tool, index) => {
    print(`${tool.name.padEnd(16)} ${tool.version.padEnd(20)} ${states[index] ?? ""}\n`);
  });
}

/** Returns how many could not be had. */
async function obtain(wanted: readonly Tool[]): Promise<number> {
  const start = Date.now();
  const results = await Promise.allSettled(wanted.map((tool) => tool.obtain()));
  results.forEach((result, index) => {
    const name = wanted[index]?.name ?? "";
    if (result.status === "fulfilled") print(`${name.padEnd(16)} ${result.value}\n`);
    else if (result.reason instanceof Interrupted) throw result.reason;
    else say(`${name}: ${reason(result.reason)}`);
  });
  const failed = results.filter(({ status }) => status === "rejected").length;
  const outcome = failed === 0 ? "all there" : `${wanted.length - failed} there, ${failed} missing`;
  say(`tools: ${outcome} after ${duration(Date.now() - start)}`);
  return failed;
}

function select(names: readonly string[]): readonly Tool[] | undefined {
  const unknown = names.filter((name) => !tools.some((tool) => tool.name === name));
  if (unknown.length > 0) {
    say(`there is no tool ${unknown.join(", ")}; there are ${tools.map(({ name }) => name).join(", ")}`);
    return undefined;
  }
  return names.length === 0 ? tools : tools.filter(({ name }) => names.includes(name));
}

/** Returns the exit code: 0 done, 1 something is missing, 2 wrong arguments. */
async function run([command = "obtain", ...names]: readonly string[]): Promise<number> {
  if (command === "--help" || command === "-h" || command === "help") {
    print(usage);
    return 0;
  }
  if (command === "list" && names.length === 0) {
    await list();
    return 0;
  }
  const wanted = command === "obtain" ? select(names) : undefined;
  if (wanted === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  return (await interruptible(() => obtain(wanted))) === 0 ? 0 : 1;
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(reason(error));
    process.exitCode = error instanceof Interrupted ? 130 : 1;
  },
);
