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

/** Why an object is refused, if it is. */
export type Refusal = (object: AskedObject) => Promise<string | undefined>;

/** An object as the API server hands it over. */
export interface AskedObject {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

const allowed: Refusal = () => Promise.resolve(undefined);

/** A real admission webhook that allows what is not refused, and notes what it was asked. */
export class AdmissionWebhook {
  readonly asked: Asked[] = [];
  /** False is as with an operator that is scaled to 0. */
  isServing = true;

  private constructor(
    private readonly server: Server,
    private readonly authority: string,
    private readonly refusal: Refusal,
  ) {}

  static async start(refusal = allowed): Promise<AdmissionWebhook> {
    const authority = createAuthority("webhook-ca");
    const { certificate, key } = issue(authority, {
      commonName: "webhook",
      usage: "server",
      addresses: ["127.0.0.1"],
    });
    const server = createServer({ cert: certificate, key });
    const webhook = new AdmissionWebhook(server, authority.certificate, refusal);
    server.on("request", (request, response) => {
      if (!webhook.isServing) return void request.socket.destroy();
      let body = "";
      request.on("data", (part) => (body += String(part)));
      request.on("end", () => {
        response.setHeader("content-type", "application/json");
        void webhook.answer(body).then((answer) => response.end(JSON.stringify(answer)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return webhook;
  }

  private async answer(body: string): Promise<object> {
    const { request } = JSON.parse(body);
    const { name, annotations = {}, finalizers = [], deletionTimestamp } = request.object.metadata;
    this.asked.push({
      kind: request.kind.kind,
      name,
      annotations,
      finalizers,
      isDeleted: deletionTimestamp !== undefined,
    });
    const message = await this.refusal(request.object);
    const response = { uid: request.uid, allowed: message === undefined, status: { message } };
    return { apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", response };
  }

  /** As the operator's chart configures it, for one Kubernetes namespace. */
  configuration(name: string, namespace: string): object {
    const webhook = {
      ...this.webhook(namespace, "mcomponent.kb.io"),
      rules: [ruleOf("compute.functionmesh.io", ["functions", "sources", "sinks"])],
    };
    return { ...registration("MutatingWebhookConfiguration", name), webhooks: [webhook] };
  }

  /** As KEDA's chart configures it, for one Kubernetes namespace. */
  kedaConfiguration(name: string, namespace: string): object {
    const webhook = {
      ...this.webhook(namespace, "vscaledobject.kb.io"),
      rules: [ruleOf("keda.sh", ["scaledobjects"])],
    };
    return { ...registration("ValidatingWebhookConfiguration", name), webhooks: [webhook] };
  }

  private webhook(namespace: string, name: string): object {
    const { port } = this.server.address() as AddressInfo;
    const caBundle = Buffer.from(this.authority).toString("base64");
    return {
      name,
      admissionReviewVersions: ["v1"],
      sideEffects: "None",
      failurePolicy: "Fail",
      timeoutSeconds: 10,
      clientConfig: { url: `https://127.0.0.1:${port}/review`, caBundle },
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const registration = (kind: string, name: string): object => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind,
  metadata: { name },
});

const ruleOf = (group: string, resources: readonly string[]): object => ({
  apiGroups: [group],
  apiVersions: ["v1alpha1"],
  operations: ["CREATE", "UPDATE"],
  resources,
});
