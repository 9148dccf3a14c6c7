import { type Environment, startEnvironment } from "../../../tools/quickstart/environment";
import { interruptPulumi } from "../../../tools/quickstart/pulumi-process";
import { stopAll } from "../../../tools/run/started";

/** A cluster with a real node and a broker, shared by the test files of one run. */
let shared: Promise<Environment> | undefined;

export const environment = (): Promise<Environment> => (shared ??= startEnvironment("e2e", () => undefined));

after(async function () {
  this.timeout(60_000);
  await interruptPulumi();
  await stopAll();
});
