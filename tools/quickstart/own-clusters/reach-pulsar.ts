import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { AdminError } from "../../../provider/pulsar/admin/error";
import { adminPath } from "../../../provider/pulsar/admin/request";
import { tenantExists } from "../../../provider/pulsar/lookup";
import { reason } from "../../obtain/unobtainable";
import type { OwnClusters } from "./given";
import { Refusal } from "./refusal";

/** The Pulsar cluster that the options name, after it has answered; a Refusal says what keeps it from that. */
export async function reachPulsar({ adminUrl, clusterName }: OwnClusters): Promise<AdminClient> {
  const admin = createAdminClient({ adminUrl }, { timeoutMs: 5_000, totalBudgetMs: 5_000 });
  try {
    refuseUnlessOneOf(await clustersOf(admin), clusterName);
    return admin;
  } catch (error) {
    await admin.close();
    throw error;
  }
}

async function clustersOf(admin: AdminClient): Promise<readonly string[]> {
  const { adminUrl } = admin;
  const notPulsar = new Refusal(
    `--pulsar-admin-url ${adminUrl}: it answers, but not as Pulsar's admin REST API does. Is it the URL of the brokers' or proxies' web service?`,
  );
  const path = adminPath("clusters");
  const answer = await admin.send({ method: "GET", path, purpose: "list the clusters" }).catch((error: unknown) => {
    throw isWrongService(error) ? notPulsar : refusalOf(adminUrl, error);
  });
  const names = namesIn(answer.text);
  if (names === undefined) throw notPulsar;
  return names.filter((name) => name !== "global");
}

/** Whatever answers with a status that Pulsar itself did not give. */
const isWrongService = (error: unknown): boolean =>
  error instanceof AdminError && error.status !== undefined && !error.fromPulsar && !isRefused(error);

const isRefused = ({ status }: AdminError): boolean => status === 401 || status === 403;

function refusalOf(adminUrl: string, error: unknown): Refusal {
  const sentence = error instanceof AdminError ? error.facts.sentence : reason(error);
  const isDenied = error instanceof AdminError && isRefused(error);
  const help =
    'The quickstart has no credential for Pulsar; README.md, "On your own clusters", says how a program of yours has.';
  return new Refusal(`--pulsar-admin-url ${adminUrl}: ${sentence}${isDenied ? ` ${help}` : ""}`);
}

function namesIn(text: string): readonly string[] | undefined {
  try {
    const names: unknown = JSON.parse(text);
    return Array.isArray(names) && names.every((name) => typeof name === "string") ? names : undefined;
  } catch {
    return undefined;
  }
}

function refuseUnlessOneOf(known: readonly string[], clusterName: string | undefined): void {
  const list = known.join(", ");
  if (clusterName === undefined && known.length > 1) {
    throw new Refusal(
      `--pulsar-cluster is missing: the brokers know several clusters; write the name of yours, one of ${list}.`,
    );
  }
  if (clusterName !== undefined && !known.includes(clusterName)) {
    throw new Refusal(`--pulsar-cluster ${clusterName}: the brokers know no cluster of that name; they know ${list}.`);
  }
}

/** Refuses a tenant that exists: nothing tells what in it is somebody's. */
export async function refuseTenant(admin: AdminClient, tenant: string): Promise<void> {
  const exists = await tenantExists(admin, tenant).catch((error: unknown) => {
    throw refusalOf(admin.adminUrl, error);
  });
  if (!exists) return;
  throw new Refusal(
    `--tenant ${tenant}: this Pulsar tenant exists already, and the quickstart only uses one that it makes; name another one, or delete it where a quickstart has left it.`,
  );
}
