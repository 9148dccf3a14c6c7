import * as pulumi from "@pulumi/pulumi";
import * as fm from "pulumi-function-mesh";

const config = new pulumi.Config();
const tenant = config.get("tenant") ?? "quickstart";
const connectors = config.getBoolean("connectors") ?? true;

const mesh = new fm.FunctionMesh("quickstart", {
  pulsar: {
    local: {
      adminUrl: config.require("adminUrl"),
      serviceUrl: config.require("serviceUrl"),
      clusterName: config.get("clusterName"),
    },
  },
  kubernetes: {
    local: {
      kubeconfig: config.require("kubeconfig"),
      context: config.get("context"),
      namespace: config.require("kubernetesNamespace"),
      createNamespace: config.getBoolean("createNamespace"),
    },
  },
  defaults: {
    tenant,
    namespace: "lines",
    images: { java: config.require("javaImage"), python: config.require("pythonImage") },
    runner: {
      connectors: {
        file: {
          path: "/pulsar/connectors/pulsar-io-file-4.0.8.nar",
          className: "org.apache.pulsar.io.file.FileSource",
        },
        http: { path: "/pulsar/connectors/pulsar-io-http-4.0.8.nar", className: "org.apache.pulsar.io.http.HttpSink" },
      },
    },
    // Nodes may have to pull images first.
    rollout: { timeoutSeconds: 900 },
  },

  tenants: { [tenant]: {} },
  namespaces: { [`${tenant}/lines`]: { retention: { minutes: 60, size: "64Mi" } } },

  // Where images have no connectors, somebody else writes the lines and reads what becomes of them.
  topics: connectors ? {} : { lines: {}, exclaimed: { terminal: true } },
  sources: connectors
    ? {
        // Reads the lines of the files in a directory, once; the directory is a ConfigMap that exists already.
        files: {
          connector: "builtin://file",
          config: { inputDirectory: "/lines", keepFile: true, pollingInterval: 86400000 },
          pod: { volumes: [{ name: "lines", configMap: { name: "lines" } }] },
          volumeMounts: [{ name: "lines", mountPath: "/lines/lines.txt", subPath: "lines.txt" }],
          output: { topic: "lines" },
        },
      }
    : {},
  functions: {
    enrich: {
      python: { code: new pulumi.asset.FileAsset("functions/enrich.py") },
      className: "enrich.Enrich",
      config: { unit: "characters" },
      input: { topics: ["lines"] },
      output: { topic: "enriched" },
    },
    exclaim: {
      java: { jar: "/pulsar/examples/api-examples.jar" },
      className: "org.apache.pulsar.functions.api.examples.ExclamationFunction",
      input: { topics: ["enriched"] },
      output: { topic: "exclaimed" },
    },
  },
  sinks: connectors
    ? {
        web: {
          connector: "builtin://http",
          config: { url: config.require("resultsUrl") },
          input: { topics: ["exclaimed"], typeClassName: "org.apache.pulsar.client.api.schema.GenericObject" },
        },
      }
    : {},
});

export const { members, topics, diagram } = mesh;
