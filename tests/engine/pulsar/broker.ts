import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { type AdminRequest } from "../../../provider/pulsar/admin/request";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";

/** A broker for all contract tests of a run, and one client that counts its calls. */
export interface Broker {
  readonly adminUrl: string;
  readonly admin: AdminClient;
  /** Calls since the last time it was asked. */
  calls(): readonly string[];
  /** A call beside the resources: what a stranger does. */
  send(method: AdminRequest["method"], path: string, body?: unknown): Promise<unknown>;
}

/** What the broker calls its cluster; one of your own has to call it so, too. */
export const clusterOfContracts = "contract";

let server: Promise<PulsarServer> | undefined;
let broker: Promise<Broker> | undefined;

/** An own broker by its admin URL in PULSAR_ADMIN_URL saves the start while working on these tests. */
export function useBroker(): Promise<Broker> {
  return (broker ??= openBroker());
}

async function openBroker(): Promise<Broker> {
  const own = process.env["PULSAR_ADMIN_URL"];
  server ??=
    own === undefined ? startPulsar({ clusterName: clusterOfContracts, directory: newDirectory() }) : undefined;
  return brokerAt(own ?? (await server)?.adminUrl ?? "");
}

/** A broker that a test started for itself, and whose client it closes. */
export function brokerAt(adminUrl: string): Broker {
  const client = createAdminClient({ adminUrl });
  let calls: string[] = [];
  const admin: AdminClient = {
    ...client,
    send: (request) => {
      calls.push(`${request.method} ${request.path}`);
      return client.send(request);
    },
  };
  return {
    adminUrl,
    admin,
    calls: () => {
      const before = calls;
      calls = [];
      return before;
    },
    send: async (method, path, body) => {
      const request = {
        method,
        path: `/admin/v2${path}`,
        purpose: "act as a stranger",
        ...(body === undefined ? {} : { body }),
      };
      return (await client.send(request)).json();
    },
  };
}

const newDirectory = (): string => mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));

/** A name that no other test of the run uses. */
export const freshName = (prefix: string): string => `${prefix}-${process.pid}-${++count}`;
let count = 0;

after(async function () {
  this.timeout(60_000);
  await (await broker)?.admin.close();
  await (await server)?.stop();
});
