import type { StackOptions } from "./stack";
import { project } from "./mesh-program";

/** Where the mesh of the programs lives. */
export interface Surroundings {
  readonly adminUrl: string;
  readonly serviceUrl: string;
  readonly kubeconfig: string;
  readonly kubernetesNamespace: string;
}

type Program = Pick<StackOptions, "language" | "files">;

const code = "def process(input):\n    return input\n";

const yaml = ({ adminUrl, serviceUrl, kubeconfig, kubernetesNamespace }: Surroundings): Program => ({
  language: "yaml",
  files: {
    "enrich.py": code,
    ...project(
      "orders",
      {
        orders: {
          type: "function-mesh:FunctionMesh",
          properties: {
            pulsar: { east: { adminUrl, serviceUrl } },
            kubernetes: { east: { kubeconfig, namespace: kubernetesNamespace } },
            defaults: {
              tenant: "languages",
              namespace: "orders",
              rollout: { attachment: false, timeoutSeconds: 60 },
            },
            tenants: { languages: {} },
            namespaces: { "languages/orders": { retention: { minutes: 60, size: "1Gi" } } },
            topics: {
              clicks: { partitions: 3 },
              enriched: { schema: { type: "STRING" }, terminal: true },
            },
            functions: {
              enrich: {
                className: "enrich",
                python: { code: { "fn::fileAsset": "./enrich.py" } },
                input: { topics: ["clicks"] },
                output: { topic: "enriched" },
                replicas: 2,
                secrets: { password: { "fn::secret": "planted" } },
              },
            },
          },
        },
      },
      { outputs: { topics: "${orders.topics}" } },
    ),
  },
});

const typescript = ({ adminUrl, serviceUrl, kubeconfig, kubernetesNamespace }: Surroundings): Program => ({
  language: "nodejs",
  files: {
    "enrich.py": code,
    "Pulumi.yaml": { name: "orders", runtime: "nodejs" },
    "package.json": { name: "orders" },
    "tsconfig.json": {
      compilerOptions: { strict: true, target: "es2022", module: "commonjs", types: ["node"] },
      files: ["index.ts"],
    },
    "index.ts": `
import * as pulumi from "@pulumi/pulumi";
import * as fm from "pulumi-function-mesh";

const orders = new fm.FunctionMesh("orders", {
  pulsar: { east: { adminUrl: "${adminUrl}", serviceUrl: "${serviceUrl}" } },
  kubernetes: { east: { kubeconfig: "${kubeconfig}", namespace: "${kubernetesNamespace}" } },
  defaults: { tenant: "languages", namespace: "orders", rollout: { attachment: false, timeoutSeconds: 60 } },
  tenants: { languages: {} },
  namespaces: { "languages/orders": { retention: { minutes: 60, size: "1Gi" } } },
  topics: { clicks: { partitions: 3 }, enriched: { schema: { type: "STRING" }, terminal: true } },
  functions: {
    enrich: {
      className: "enrich",
      python: { code: new pulumi.asset.FileAsset("enrich.py") },
      input: { topics: ["clicks"] },
      output: { topic: "enriched" },
      replicas: 2,
      secrets: { password: pulumi.secret("planted") },
    },
  },
});
export const topics = orders.topics;
`,
  },
});

const python = ({ adminUrl, serviceUrl, kubeconfig, kubernetesNamespace }: Surroundings): Program => ({
  language: "python",
  files: {
    "enrich.py": code,
    "Pulumi.yaml": { name: "orders", runtime: "python" },
    "__main__.py": `
import pulumi
import pulumi_function_mesh as fm

orders = fm.FunctionMesh("orders",
    pulsar={"east": {"admin_url": "${adminUrl}", "service_url": "${serviceUrl}"}},
    kubernetes={"east": {"kubeconfig": "${kubeconfig}", "namespace": "${kubernetesNamespace}"}},
    defaults={"tenant": "languages", "namespace": "orders", "rollout": {"attachment": False, "timeout_seconds": 60}},
    tenants={"languages": {}},
    namespaces={"languages/orders": {"retention": {"minutes": 60, "size": "1Gi"}}},
    topics={"clicks": {"partitions": 3}, "enriched": {"schema": {"type": "STRING"}, "terminal": True}},
    functions={
        "enrich": fm.FunctionSpecArgs(
            class_name="enrich",
            python=fm.PythonSpecArgs(code=pulumi.FileAsset("enrich.py")),
            input=fm.InputSpecArgs(topics=["clicks"]),
            output=fm.OutputSpecArgs(topic="enriched"),
            replicas=2,
            secrets={"password": pulumi.Output.secret("planted")},
        ),
    })
pulumi.export("topics", orders.topics)
`,
  },
});

/** The same mesh in each language. */
export const ordersPrograms: Readonly<Record<string, (surroundings: Surroundings) => Program>> = {
  TypeScript: typescript,
  Python: python,
  YAML: yaml,
};
