import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { createAuthority, issue } from "../../../tools/run/certificates";

/** What a webhook was asked about. */
export interface Asked {
  readonly kind: string;
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly finalizers: readonly string[];
  readonly isDeleted: boolean;
}

/** A real admission webhook that allows everything, and notes what it was asked. */
export class AdmissionWebhook {
  readonly asked: Asked[] = [];
  /** False is as with an operator that is scaled to 0. */
  isServing = true;

  private constructor(
    private readonly server: Server,
    private readonly authority: string,
  ) {}

  static async start(): Promise<AdmissionWebhook> {
    const authority = createAuthority("webhook-ca");
    const { certificate, key } = issue(authority, {
      commonName: "webhook",
      usage: "server",
      addresses: ["127.0.0.1"],
    });
    const server = createServer({ cert: certificate, key });
    const webhook = new AdmissionWebhook(server, authority.certificate);
    server.on("request", (request, response) => {
      if (!webhook.isServing) return void request.socket.destroy();
      let body = "";
      request.on("data", (part) => (body += String(part)));
      request.on("end", () => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(webhook.answer(body)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return webhook;
  }

  private answer(body: string): object {
    const { request } = JSON.parse(body);
    const { name, annotations = {}, finalizers = [], deletionTimestamp } = request.object.metadata;
    this.asked.push({
      kind: request.kind.kind,
      name,
      annotations,
      finalizers,
      isDeleted: deletionTimestamp !== undefined,
    });
    const response = { uid: request.uid, allowed: true };
    return { apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", response };
  }

  /** As the operator's chart configures it, for one Kubernetes namespace. */
  configuration(name: string, namespace: string): object {
    const { port } = this.server.address() as AddressInfo;
    const caBundle = Buffer.from(this.authority).toString("base64");
    return {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "MutatingWebhookConfiguration",
      metadata: { name },
      webhooks: [
        {
          name: "mcomponent.kb.io",
          admissionReviewVersions: ["v1"],
          sideEffects: "None",
          failurePolicy: "Fail",
          timeoutSeconds: 10,
          clientConfig: { url: `https://127.0.0.1:${port}/mutate`, caBundle },
          namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
          rules: [
            {
              apiGroups: ["compute.functionmesh.io"],
              apiVersions: ["v1alpha1"],
              operations: ["CREATE", "UPDATE"],
              resources: ["functions", "sources", "sinks"],
            },
          ],
        },
      ],
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
