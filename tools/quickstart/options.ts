import { Command, CommanderError, Option } from "commander";
import { nearest } from "../../provider/model/nearest";
import { runtimeDefaults } from "../../provider/model/runtime-defaults";
import { clustersOf, defaults, type Given, type OwnClusters } from "./own-clusters/given";

/** What the person who started the quickstart asks for. */
export type Wish =
  | { readonly kind: "told"; readonly exitCode: number }
  | { readonly kind: "this-machine"; readonly once: boolean }
  | { readonly kind: "own-clusters"; readonly once: boolean; readonly clusters: OwnClusters };

export interface Caller {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const usageCode = 2;

/** Reads the arguments; help, and whatever is wrong, is printed. */
export function wishOf(args: readonly string[], { environment, out, err }: Caller): Wish {
  const refuse = (problems: readonly string[]): Wish => {
    err(refusalText(problems));
    return { kind: "told", exitCode: usageCode };
  };
  const program = buildProgram().configureOutput({ writeOut: out, writeErr: () => undefined });
  const kept = keptByNpm(environment);
  if (kept.length > 0) {
    return refuse([`npm kept ${kept.join(" and ")} to itself; write -- before the options: npm run quickstart -- …`]);
  }
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "told", exitCode: 0 };
    const fault = error.message.replace(/^error: /, "").replaceAll("\n", " ");
    return refuse([fault]);
  }
  const { once = false, ...given } = program.opts<Given & { readonly once?: boolean }>();
  const stray = program.args.map(
    (value) => `${JSON.stringify(value)} is no option; write --help to see those there are`,
  );
  if (Object.keys(given).length === 0) return stray.length > 0 ? refuse(stray) : { kind: "this-machine", once };
  const { clusters, problems } = clustersOf(given, environment);
  if (clusters === undefined || stray.length > 0) return refuse([...problems, ...stray]);
  return { kind: "own-clusters", once, clusters };
}

const helpHint = "npm run -s quickstart -- --help tells the options";

/** One sentence for one problem; where there are several, the hint stands once, below them. */
function refusalText(problems: readonly string[]): string {
  const [only = "", ...more] = problems.map((problem) => `quickstart: ${problem}`);
  if (more.length > 0) return `${[only, ...more, helpHint].join("\n")}.\n`;
  return only.includes("--help") ? `${only}\n` : `${only}; ${helpHint}\n`;
}

const npmPrefix = "npm_config_";

/**
 * Options before `--` are npm's: it takes those of ours for settings of its own, and hands none of them over. It hands over settings
 * from its files and the environment in the same way, so only what is one of ours, or much like one, is known to be meant for us.
 */
const keptByNpm = (environment: Caller["environment"]): readonly string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith(npmPrefix) && environment[name] !== undefined)
    .map((name) => name.slice(npmPrefix.length).replaceAll("_", "-"))
    .filter((name) => name !== npmsOwn && nearest(name, ours) !== undefined)
    .map((name) => `--${name}`);

/** Not those that npm, or a setting of somebody's, may have by the same name. */
const ours = ["once", "kubeconfig", "pulsar-admin-url", "pulsar-service-url"];

/** The one setting of npm's that is much like an option of ours; it is always there. */
const npmsOwn = "userconfig";

function buildProgram(): Command {
  const program = new Command("npm run quickstart --")
    .usage("[options]")
    .description(description)
    .helpOption("--help", "print this help")
    .showSuggestionAfterError()
    .argument("[nothing...]")
    .exitOverride()
    .option("--once", "take everything down afterwards; without it the mesh runs until Ctrl-C")
    .addHelpText("after", examples);
  for (const [flags, text] of Object.entries(ownClustersOptions)) {
    program.addOption(new Option(flags, text).helpGroup("On your own clusters:"));
  }
  return program;
}

/** Wrapped by commander, paragraph by paragraph. */
const description = [
  "Deploys examples/quickstart with pulumi up, and shows 100 lines passing through its members. What is missing is obtained first.",
  "",
  "Without the options below it starts Pulsar and Kubernetes with a real node on this machine (Linux, root).",
  "",
  "With --kubeconfig, --pulsar-admin-url and --pulsar-service-url it uses clusters of yours. It needs no root and starts nothing here but Pulumi. It makes a Kubernetes namespace and a tenant, which must not exist yet, touches nothing else, and takes both down at the end and on Ctrl-C. The mesh is the two functions there, since Pulsar's own image has no connectors: a pod writes the lines, and the results are read from the last topic.",
].join("\n");

const ownClustersOptions: Readonly<Record<string, string>> = {
  "--kubeconfig <FILE>": "the kubeconfig; no other is ever used",
  "--context <NAME>": "its context (default: its current context)",
  "--namespace <NAME>": `Kubernetes namespace to make (default: ${defaults.namespace})`,
  "--pulsar-admin-url <URL>": "Pulsar's admin REST API as seen from here, such as http://127.0.0.1:8080",
  "--pulsar-service-url <URL>": "Pulsar's brokers as seen from pods, such as pulsar://broker.pulsar:6650",
  "--pulsar-cluster <NAME>": "Pulsar's own name of the cluster, where the brokers know several",
  "--tenant <NAME>": `Pulsar tenant to make (default: ${defaults.tenant})`,
  "--image-java <IMAGE>": `image for functions in Java (default: ${runtimeDefaults.java.image})`,
  "--image-python <IMAGE>": `image for functions in Python (default: ${runtimeDefaults.python.image})`,
};

const examples = `
Examples:
  npm run quickstart -- --once
  npm run quickstart -- --kubeconfig ~/.kube/config --context kind-kind \\
    --pulsar-admin-url http://127.0.0.1:8080 --pulsar-service-url pulsar://pulsar.default:6650`;
