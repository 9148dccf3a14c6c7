// `npm run quickstart [-- options]`: from a fresh checkout to messages flowing through a mesh.
import { reason } from "../obtain/unobtainable";
import { leaveSignalsToProgram } from "../run/started";
import { wishOf } from "./options";
import { Refusal } from "./own-clusters/refusal";
import { OwnClustersQuickstart } from "./own-clusters/quickstart";
import { interruptPulumi } from "./pulumi-process";
import { onThisMachine, type Quickstart } from "./quickstart";

async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2), {
    environment: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  if (wish.kind === "told") return wish.exitCode;
  const quickstart = wish.kind === "own-clusters" ? new OwnClustersQuickstart(wish.clusters) : onThisMachine;
  endOnSignals(quickstart);
  const hasRun = await succeeds(quickstart.run(wish.once));
  const isDown = await succeeds(quickstart.cleanUp());
  return hasRun && isDown ? 0 : 1;
}

/** Why something failed is told, but not what fails because of an interrupt. */
const succeeds = (step: Promise<void>): Promise<boolean> =>
  step.then(
    () => true,
    (error: unknown) => {
      if (!isInterrupted) complain(error);
      return false;
    },
  );

let isInterrupted = false;

/** The first signal takes everything down; another one ends that as well. */
function endOnSignals(quickstart: Quickstart): void {
  leaveSignalsToProgram();
  let since = 0;
  const onSignal = (code: number): void => {
    if (isInterrupted) {
      // npm and the terminal may both hand over the same one.
      if (Date.now() - since > 2_000) void interruptPulumi();
      return;
    }
    [isInterrupted, since] = [true, Date.now()];
    console.error("interrupted: taking everything down");
    void quickstart
      .cleanUp()
      .catch(complain)
      .finally(() => process.exit(code));
  };
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => onSignal(code));
  // Who read what is printed may be gone; what was made is taken down all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

function complain(error: unknown): void {
  const sentences = error instanceof Refusal ? error.message.split("\n") : [reason(error)];
  for (const sentence of sentences) console.error(`quickstart: ${sentence}`);
}

void main().then((code) => (isInterrupted ? undefined : process.exit(code)));
