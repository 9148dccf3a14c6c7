import assert from "node:assert/strict";
import { Stack, type StackOptions } from "./harness/stack";

/**
 * What arrives at the component from each language: keys of maps with a secret and a not yet known value below them, a
 * computed topic name, a file with a relative path; with the plugin started by the engine and attached.
 */
const kubeconfig = (name: string) => `apiVersion: v1
kind: Config
clusters: [{name: ${name}, cluster: {server: "https://127.0.0.1:9"}}]
users: [{name: u, user: {token: planted-kubeconfig-token}}]
contexts: [{name: ${name}, context: {cluster: ${name}, user: u}}]
current-context: ${name}
`;
const code = "def process(input):\n    return input\n";

const yaml: StackOptions = {
  language: "yaml",
  files: {
    "enrich.py": code,
    "Pulumi.yaml": {
      name: "shapes",
      runtime: "yaml",
      resources: {
        later: {
          type: "function-mesh:ClusterIdentity",
          properties: { cluster: "later", kubeconfig: { "fn::secret": kubeconfig("later") } },
        },
        mesh: {
          type: "function-mesh:FunctionMesh",
          properties: {
            pulsar: {
              east: {
                adminUrl: "http://127.0.0.1:9",
                serviceUrl: "pulsar://127.0.0.1:9",
                auth: { token: { "fn::secret": "planted-token" } },
              },
              west: { adminUrl: "${later.observedUid}", serviceUrl: "${later.observedUid}" },
            },
            kubernetes: {
              east: { kubeconfig: { "fn::secret": kubeconfig("east") } },
              west: { kubeconfig: "${later.observedUid}" },
            },
            defaults: { cluster: "east", tenant: "public", namespace: "default" },
            functions: {
              enrich: {
                className: "enrich",
                python: { code: { "fn::fileAsset": "./enrich.py" } },
                input: { topics: ["clicks", "${later.observedUid}"] },
                output: { topic: "enriched" },
                secrets: { password: { "fn::secret": "planted-password" } },
              },
              far: {
                className: "enrich",
                python: { code: { "fn::fileAsset": "./enrich.py" } },
                input: { topics: ["elsewhere"] },
                cluster: "west",
              },
            },
          },
        },
      },
    },
  },
};

const nodejs: StackOptions = {
  language: "nodejs",
  files: {
    "enrich.py": code,
    "Pulumi.yaml": { name: "shapes", runtime: "nodejs", main: "index.js" },
    "package.json": { name: "shapes", main: "index.js" },
    "index.js": `
const pulumi = require("@pulumi/pulumi");
const fm = require("pulumi-function-mesh");
const later = new fm.ClusterIdentity("later", { cluster: "later", kubeconfig: pulumi.secret(${JSON.stringify(kubeconfig("later"))}) });
const python = { code: new pulumi.asset.FileAsset("enrich.py") };
new fm.FunctionMesh("mesh", {
  pulsar: { east: { adminUrl: "http://127.0.0.1:9", serviceUrl: "pulsar://127.0.0.1:9", auth: { token: pulumi.secret("planted-token") } },
            west: { adminUrl: later.observedUid, serviceUrl: later.observedUid } },
  kubernetes: { east: { kubeconfig: pulumi.secret(${JSON.stringify(kubeconfig("east"))}) }, west: { kubeconfig: later.observedUid } },
  defaults: { cluster: "east", tenant: "public", namespace: "default" },
  functions: {
    enrich: { className: "enrich", python, input: { topics: ["clicks", later.observedUid] }, output: { topic: "enriched" },
              secrets: { password: pulumi.secret("planted-password") } },
    far: { className: "enrich", python, input: { topics: ["elsewhere"] }, cluster: "west" },
  },
});
`,
  },
};

const python: StackOptions = {
  language: "python",
  files: {
    "enrich.py": code,
    "Pulumi.yaml": { name: "shapes", runtime: "python" },
    "__main__.py": `
import pulumi
import pulumi_function_mesh as fm

later = fm.ClusterIdentity("later", cluster="later", kubeconfig=pulumi.Output.secret(${JSON.stringify(kubeconfig("later"))}))
python = {"code": pulumi.FileAsset("enrich.py")}
fm.FunctionMesh("mesh",
    pulsar={"east": {"admin_url": "http://127.0.0.1:9", "service_url": "pulsar://127.0.0.1:9", "auth": {"token": pulumi.Output.secret("planted-token")}},
            "west": {"admin_url": later.observed_uid, "service_url": later.observed_uid}},
    kubernetes={"east": {"kubeconfig": pulumi.Output.secret(${JSON.stringify(kubeconfig("east"))})}, "west": {"kubeconfig": later.observed_uid}},
    defaults={"cluster": "east", "tenant": "public", "namespace": "default"},
    functions={
        "enrich": fm.FunctionSpecArgs(class_name="enrich", python=fm.PythonSpecArgs(code=pulumi.FileAsset("enrich.py")),
                   input=fm.InputSpecArgs(topics=["clicks", later.observed_uid]), output={"topic": "enriched"},
                   secrets={"password": pulumi.Output.secret("planted-password")}),
        "far": {"class_name": "enrich", "python": python, "input": {"topics": ["elsewhere"]}, "cluster": "west"},
    })
`,
  },
};

const expected: readonly string[] = [
  "function-mesh:index:ClusterIdentity later",
  "function-mesh:index:ClusterIdentity mesh-east",
  "function-mesh:index:ClusterIdentity mesh-west",
  "function-mesh:index:Function mesh-enrich",
  "function-mesh:index:Function mesh-far",
  "function-mesh:index:FunctionMesh mesh",
  "function-mesh:index:Rollout mesh-enrich",
  "function-mesh:index:Rollout mesh-far",
  "function-mesh:index:Scale mesh-enrich",
  "function-mesh:index:Scale mesh-far",
  "function-mesh:index:Topology mesh",
  "function-mesh:pulsar:Subscription mesh-enrich-clicks",
  "function-mesh:pulsar:Subscription mesh-enrich-input1",
  "function-mesh:pulsar:Subscription mesh-far-elsewhere",
  "function-mesh:pulsar:Topic mesh-clicks",
  "function-mesh:pulsar:Topic mesh-elsewhere",
  "function-mesh:pulsar:Topic mesh-enriched",
  "kubernetes:apps/v1:StatefulSet mesh-enrich",
  "kubernetes:apps/v1:StatefulSet mesh-far",
  "kubernetes:core/v1:ConfigMap mesh-enrich-code",
  "kubernetes:core/v1:ConfigMap mesh-enrich-config",
  "kubernetes:core/v1:ConfigMap mesh-far-code",
  "kubernetes:core/v1:ConfigMap mesh-far-config",
  "kubernetes:core/v1:Secret mesh-enrich-credentials",
  "kubernetes:core/v1:Secret mesh-enrich-secrets",
  "kubernetes:core/v1:Service mesh-enrich",
  "kubernetes:core/v1:Service mesh-far",
  "pulumi:providers:function-mesh mesh-east",
  "pulumi:providers:function-mesh mesh-west",
  "pulumi:providers:kubernetes mesh-east",
  "pulumi:providers:kubernetes mesh-west",
  "pulumi:pulumi:Stack shapes-test",
];

describe("shapes of arguments", () => {
  for (const options of [yaml, nodejs, python]) {
    for (const attached of [false, true]) {
      it(`arrive from ${options.language}, with the plugin ${attached ? "attached" : "started by the engine"}`, async () => {
        const stack = await Stack.create({ ...options, attach: attached });
        try {
          const result = await stack.preview("--diff");
          assert.equal(result.code, 0, result.output);
          const steps = await stack.steps();
          assert.deepEqual(
            steps.map((step) => step.urn.split("::").slice(2).join(" ").replace(/^.*\$/, "")).sort(),
            expected,
          );
          assert.doesNotMatch(result.output, /planted/);
        } finally {
          await stack.remove();
        }
      });
    }
  }
});
