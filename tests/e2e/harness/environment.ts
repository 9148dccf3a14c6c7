import { type Environment, startEnvironment } from "../../../tools/quickstart/environment";
import { interruptPulumi } from "../../../tools/quickstart/pulumi-process";
import { stopAll } from "../../../tools/run/started";
import { trustIdentityProvider } from "./identity-provider";

/** Clusters with a real node and a broker, shared by the test files of one run. */
const shared = new Map<string, Promise<Environment>>();

/**
 * With "token" the broker asks everybody for a token: one of its own, or one of the identity provider that a test starts. With
 * "none" the cluster has metrics.
 */
export function environment(auth: "none" | "token" = "none"): Promise<Environment> {
  const options = auth === "none" ? { metrics: true } : { auth, configuration: trustIdentityProvider };
  const started = shared.get(auth) ?? startEnvironment(`e2e-${auth}`, () => undefined, options);
  shared.set(auth, started);
  return started;
}

after(async function () {
  this.timeout(60_000);
  await interruptPulumi();
  await stopAll();
});
