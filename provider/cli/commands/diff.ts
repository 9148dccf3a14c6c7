import type { Change } from "../../model/changes/change";
import { changedTopology } from "../../model/changes/changed-topology";
import { changesBetween } from "../../model/changes/changes-between";
import { stoppedByFailure } from "../../model/changes/stopped-by-failure";
import { diagramOf } from "../../model/diagram";
import { dotOf } from "../../model/dot";
import { withDistinctPaths } from "../diff/distinct-paths";
import { componentsOf, inManifests, manifestLine } from "../diff/manifest-changes";
import { type MeshOfFile, meshOfFile } from "../diff/mesh-of-file";
import { SecretNumbers } from "../diff/secret-numbers";
import { type ExitCode, exitCode } from "../exit-code";
import type { InputOptions } from "../input/plan-input";
import { errorsOf, foundData } from "../output/problem-data";
import { problemLines } from "../output/problem-lines";
import type { Terminal } from "../terminal";

export interface DiffOptions extends InputOptions {
  readonly json?: boolean;
  readonly mermaid?: boolean;
  readonly dot?: boolean;
}

/** `diff A B` */
export function diff(files: readonly [string, string], options: DiffOptions, terminal: Terminal): ExitCode {
  if (files.every((file) => file === "-")) {
    terminal.err("error: only one of the two meshes can be read from standard input\n");
    return exitCode.usage;
  }
  const secrets = new SecretNumbers();
  const [before, after] = withDistinctPaths([
    meshOfFile(files[0], { terminal, secrets, options }),
    meshOfFile(files[1], { terminal, secrets, options }),
  ]);
  const problems = [...before.problems, ...after.problems];
  const errors = errorsOf(problems);
  if (errors.length > 0) {
    if (options.json === true) terminal.out(`${JSON.stringify(foundData(problems), undefined, 2)}\n`);
    else terminal.err(problemLines(errors));
    return exitCode.usage;
  }
  const changes = changesBetween(before.facts, after.facts);
  const warning = stoppedByFailure(changes, before.facts, after.facts);
  const told = { changes, warnings: warning === undefined ? [] : [warning] };
  terminal.out(printed(told, [before, after], options));
  // Of data it is a part.
  if (warning !== undefined && options.json !== true) terminal.err(`warning: ${warning}\n`);
  return changes.length === 0 ? exitCode.done : exitCode.differs;
}

interface Told {
  readonly changes: readonly Change[];
  readonly warnings: readonly string[];
}

function printed(
  { changes, warnings }: Told,
  [before, after]: readonly [MeshOfFile, MeshOfFile],
  options: DiffOptions,
): string {
  if (options.mermaid === true || options.dot === true) {
    const { topology, marks } = changedTopology(before.topology, after.topology, changes);
    return options.dot === true ? dotOf(topology, marks) : diagramOf(topology, marks);
  }
  const components = componentsOf(before.components, after.components);
  const told = changes.map((change) => inManifests(change, components));
  if (options.json === true) {
    const data = { changes: told, ...(warnings.length === 0 ? {} : { warnings }) };
    return `${JSON.stringify(data, undefined, 2)}\n`;
  }
  return told.map((change) => `${manifestLine(change)}\n`).join("");
}
