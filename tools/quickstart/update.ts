import type { Project } from "./project";

/** Runs pulumi up, and shows what it did and its counts: everything else of it is for when it fails. */
export async function update(project: Project, ...options: readonly string[]): Promise<void> {
  const { code, output } = await project.run(["up", "--yes", "--skip-preview", ...options], { onLine: show });
  if (code !== 0) throw new Error(`pulumi up failed:\n${output}`);
}

const done = /^\s*[+~-]+\s.*\s(created|updated|replaced|deleted)\b/;
const counts = /^\s+(?:[+~-]+ )?\d+ (created|updated|unchanged|replaced|deleted)|^Duration/;

function show(line: string): void {
  if (done.test(line)) console.log(`    ${line.trim().replace(/\) .*$/, ")")}`);
  else if (counts.test(line)) console.log(`    ${line.trim()}`);
}
