import { Argument, Command, CommanderError, Option } from "commander";
import type * as Diff from "./commands/diff";
import type * as Explain from "./commands/explain";
import type * as Graph from "./commands/graph";
import type * as Render from "./commands/render";
import type * as Validate from "./commands/validate";
import { type ExitCode, exitCode } from "./exit-code";
import { lineWidth } from "./output/line-width";
import type { Terminal } from "./terminal";

export interface Caller {
  readonly terminal: Terminal;
  readonly version: string;
}

/** Runs the program with the arguments after its name. It ends with the code of the command, and never throws for a user's mistake. */
export function runProgram(args: readonly string[], { terminal, version }: Caller): ExitCode {
  let code: ExitCode = exitCode.done;
  const program = buildProgram(terminal, version, (ended) => (code = ended));
  try {
    program.parse(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
    throw error;
  }
}

type End = (code: ExitCode) => void;

function buildProgram(terminal: Terminal, version: string, end: End): Command {
  const program = new Command("function-mesh")
    .description(
      "Checks, renders, draws, compares and explains Apache Pulsar function meshes, without Pulumi and without a cluster.",
    )
    .version(version, "-V, --version", "print the version")
    .helpCommand(false)
    .helpOption("-h, --help", "print this help")
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => lineWidth,
      getErrHelpWidth: () => lineWidth,
    })
    .exitOverride()
    .addHelpText("after", programHelp);
  for (const add of [addRender, addValidate, addGraph, addDiff, addExplain]) add(program, terminal, end);
  addHelp(program);
  return program;
}

/** Commander's own answers a command that it does not know with the help of all, and no word about it. */
function addHelp(program: Command): void {
  program
    .command("help")
    .description("print this help, or that of a command")
    .argument("[command]")
    .action((name: string | undefined) => {
      if (name === undefined) program.help();
      const command = program.commands.find((each) => each.name() === name);
      if (command !== undefined) command.help();
      const known = program.commands.map((each) => each.name()).join(", ");
      program.error(`error: unknown command '${name}'; those there are: ${known}`);
    });
}

const inputHelp = `
FILE is YAML or JSON, - is standard input. A document with apiVersion and kind
is a manifest of the operator streamnative/function-mesh; any other holds the
arguments of a mesh, as a program in Pulumi's YAML states them below
\`properties\` (functions, sinks, topics, defaults …). The mesh is called like its
file. A file that is named twice is taken once.`;

const programHelp = `${inputHelp}

Exit codes: 0 done; 1 something in the files is wrong; 2 wrong usage, a file
that cannot be read, or output that cannot be written. Those of diff: 0 no
difference; 1 differences; 2 anything wrong.

Example:
  function-mesh render --yaml orders.yaml | kubectl apply -f -`;

const files = (): Argument => new Argument("<FILE...>", "files to read");
const namespace = (): Option =>
  new Option("--namespace <NAME>", "Kubernetes namespace of manifests that name none (default: default)");

/* eslint-disable @typescript-eslint/no-require-imports -- bundled, but only run by the command that needs it */
function addRender(program: Command, terminal: Terminal, end: End): void {
  program
    .command("render")
    .summary("print the objects that a mesh comes to")
    .description(
      'Prints {"objects": […], "pulsar": […]}: what is made in Kubernetes, and in Pulsar. Files are taken together.',
    )
    .addArgument(files())
    .addOption(new Option("--yaml", "print YAML documents instead; what is made in Pulsar stands in comments"))
    .addOption(new Option("--batch", "take each file by itself and print one line of JSON for each").conflicts("yaml"))
    .option("--cluster <KEY>", "only what is made in this entry of `kubernetes`")
    .addOption(namespace())
    .addHelpText("after", renderHelp)
    .action((given: readonly string[], options: Render.RenderOptions) => {
      const { render }: typeof Render = require("./commands/render");
      end(render(given, options, terminal));
    });
}

const renderHelp = `${inputHelp}

With an error, {"errors": [{"path", "code", "message", "help", "file", …}]} is
printed instead; with --yaml the errors are printed for people and nothing else.
With --batch the exit code is 0 whatever the files hold. Secrets that stand in a
file stand in what is printed.

Example:
  function-mesh render --yaml orders.yaml | kubectl apply -f -`;

function addValidate(program: Command, terminal: Terminal, end: End): void {
  program
    .command("validate")
    .summary("say everything that is wrong with a mesh")
    .description(
      "Prints every error and warning, each with its code (docs/rules.md). Each mesh is checked by itself; manifests of all files are taken together.",
    )
    .addArgument(files())
    .option("--json", 'print {"errors": […], "warnings": […]}')
    .addOption(namespace())
    .addHelpText("after", `${inputHelp}\n\nExample:\n  function-mesh validate manifests/*.yaml`)
    .action((given: readonly string[], options: Validate.ValidateOptions) => {
      const { validate }: typeof Validate = require("./commands/validate");
      end(validate(given, options, terminal));
    });
}

function addGraph(program: Command, terminal: Terminal, end: End): void {
  program
    .command("graph")
    .summary("draw a mesh")
    .description("Prints the members and topics as the text of a diagram.")
    .addArgument(files())
    .addOption(new Option("--format <FORMAT>", "for which program").choices(["mermaid", "dot"]).default("mermaid"))
    .addOption(namespace())
    .addHelpText(
      "after",
      `${inputHelp}\n\nExample:\n  function-mesh graph --format dot orders.yaml | dot -Tsvg > orders.svg`,
    )
    .action((given: readonly string[], options: Graph.GraphOptions) => {
      const { graph }: typeof Graph = require("./commands/graph");
      end(graph(given, options, terminal));
    });
}

function addDiff(program: Command, terminal: Terminal, end: End): void {
  program
    .command("diff")
    .summary("say what changes from one mesh to another")
    .description(
      "Prints what a change of A to B means, one sentence a line: what comes and goes, which instances restart and why, and what becomes of messages.",
    )
    .argument("<A>", "the mesh as it is")
    .argument("<B>", "the mesh as it is to be; one of the two may be - for standard input")
    .addOption(new Option("--json", 'print {"changes": […]}').conflicts(["mermaid", "dot"]))
    .addOption(new Option("--mermaid", "print a Mermaid diagram of both, with the changes coloured").conflicts("dot"))
    .addOption(new Option("--dot", "print the same for Graphviz"))
    .addOption(namespace())
    .addHelpText("after", diffHelp)
    .action((before: string, after: string, options: Diff.DiffOptions) => {
      const { diff }: typeof Diff = require("./commands/diff");
      end(diff([before, after], options, terminal));
    });
}

const diffHelp = `${inputHelp}
What it is called does not count here.

A change in the JSON is {"kind", "path", "text", …}, with the names of the
members and the topic that it concerns, its effect on running instances
(function-mesh explain tells effects), and the fields that differ. With an
error, {"errors": […], "warnings": […]} is printed instead. In diagrams what
comes is green, what goes is red and dashed, what changes is yellow. Secrets are
compared, and never printed; nor are values of \`config\`.

Exit codes: 0 no difference; 1 differences; 2 a mesh with errors, wrong usage,
or a file that cannot be read.

Examples:
  function-mesh diff orders.yaml new/orders.yaml
  git show HEAD:orders.yaml | function-mesh diff - orders.yaml`;

function addExplain(program: Command, terminal: Terminal, end: End): void {
  program
    .command("explain")
    .summary("say what a field means")
    .description(
      "Prints what a field does, its type, default and an example, and what a change of it does to running instances.",
    )
    .argument("[FIELD]", "path of a field; all top fields without one")
    .addHelpText("after", explainHelp)
    .action((field: string | undefined) => {
      const { explain }: typeof Explain = require("./commands/explain");
      end(explain(field, terminal));
    });
}
/* eslint-enable @typescript-eslint/no-require-imports */

const explainHelp = `
FIELD is a path as the arguments of a mesh have it, with or without the names of
yours; a field of members may stand alone. Fields of operator manifests are
found by the operator's words as well.

Examples:
  function-mesh explain functions.input.topics
  function-mesh explain pod.liveness
  function-mesh explain funcConfig`;
