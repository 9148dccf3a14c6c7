import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PulsarClusterSpec } from "../../../provider/model/pulsar-cluster";
import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";

/** A broker with authorization that takes another kind of credential beside tokens. */
export interface SecuredBroker {
  readonly server: PulsarServer;
  /** A client of it. */
  as(spec: Partial<PulsarClusterSpec>): AdminClient;
  stop(): Promise<void>;
}

/** `directory` is new and goes with the broker; settings are made from it before the broker starts. */
export async function startSecuredBroker(
  provider: string,
  settings: (directory: string) => Readonly<Record<string, string>>,
): Promise<SecuredBroker> {
  const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
  const authenticationProviders = `org.apache.pulsar.broker.authentication.AuthenticationProviderToken,${provider}`;
  const server = await startPulsar({
    clusterName: "secured",
    directory: join(directory, "broker"),
    auth: "token",
    configuration: { authenticationProviders, ...settings(directory) },
  });
  const clients: AdminClient[] = [];
  return {
    server,
    as: (spec) => {
      const client = createAdminClient({ adminUrl: server.adminUrl, clusterName: "secured", ...spec });
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
