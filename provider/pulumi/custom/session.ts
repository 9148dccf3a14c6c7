import { type AdminClient, createAdminClient } from "../../pulsar/admin/client";
import type { PulsarClusterSpec } from "../../model/pulsar-cluster";

/** The Pulsar cluster of this plugin process: a provider instance is one cluster. */
export class Session {
  private client: AdminClient | undefined;
  private spec: PulsarClusterSpec | undefined;
  private readonly aborts = new AbortController();

  /** `log` takes a line about each call of the admin API. */
  constructor(private readonly log: (line: string) => void) {}

  /** Takes the provider's configuration; no connection is made before the first call. */
  configure(spec: Partial<PulsarClusterSpec>): void {
    this.client?.close();
    this.client = undefined;
    this.spec = spec.adminUrl === undefined ? undefined : { ...spec, adminUrl: spec.adminUrl };
  }

  get isConfigured(): boolean {
    return this.spec !== undefined;
  }

  get admin(): AdminClient {
    if (this.spec === undefined) throw noCluster();
    this.client ??= createAdminClient(this.spec, { log: this.log });
    return this.client;
  }

  /** Ended when the user cancels the update. */
  get signal(): AbortSignal {
    return this.aborts.signal;
  }

  cancel(): void {
    this.aborts.abort(new Error("the update was cancelled"));
  }
}

/** What a resource at a broker says where nobody has said which broker. */
export const noCluster = (): Error =>
  new Error(
    "the function-mesh provider knows no Pulsar cluster: set the stack's configuration function-mesh:adminUrl or the environment variable WEB_SERVICE_URL, or give the resource a function-mesh Provider with adminUrl",
  );
