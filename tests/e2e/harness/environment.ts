import { type Environment, startEnvironment } from "../../../tools/quickstart/environment";
import { interruptPulumi } from "../../../tools/quickstart/pulumi-process";
import { stopAll } from "../../../tools/run/started";

/** Clusters with a real node and a broker, shared by the test files of one run. */
const shared = new Map<string, Promise<Environment>>();

export function environment(auth: "none" | "token" = "none"): Promise<Environment> {
  const started = shared.get(auth) ?? startEnvironment(`e2e-${auth}`, () => undefined, auth);
  shared.set(auth, started);
  return started;
}

after(async function () {
  this.timeout(60_000);
  await interruptPulumi();
  await stopAll();
});
