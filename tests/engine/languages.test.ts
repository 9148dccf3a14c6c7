import assert from "node:assert/strict";
import { admin } from "./harness/admin";
import { ordersPrograms } from "./harness/orders-programs";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes, resourceText } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

const expected: readonly string[] = [
  "ClusterIdentity orders-east",
  "Function orders-enrich",
  "FunctionMesh orders",
  "Rollout orders-enrich",
  "Scale orders-enrich",
  "Topology orders",
  "apps/v1:StatefulSet orders-enrich",
  "core/v1:ConfigMap orders-enrich-code",
  "core/v1:ConfigMap orders-enrich-config",
  "core/v1:Secret orders-enrich-secrets",
  "core/v1:Service orders-enrich",
  "pulsar:Namespace orders-languages-orders",
  "pulsar:Schema orders-enriched",
  "pulsar:Subscription orders-enrich-clicks",
  "pulsar:Tenant orders-languages",
  "pulsar:Topic orders-clicks",
  "pulsar:Topic orders-enriched",
  "pulumi:providers:function-mesh orders-east",
  "pulumi:providers:kubernetes orders-east",
  "pulumi:pulumi:Stack orders-test",
];

/** One mesh as a program in each language: the same resources, from the first preview to nothing left. */
describe("languages", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack | undefined;
  const kubernetesNamespace = "languages";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
  });
  afterEach(async () => {
    await stack?.remove();
    stack = undefined;
  });

  for (const [language, program] of Object.entries(ordersPrograms)) {
    it(`${language}: preview, up, up without a change, destroy`, async () => {
      const { adminUrl, serviceUrl } = broker;
      const { kubeconfig } = cluster;
      stack = await Stack.create({
        ...program({ adminUrl, serviceUrl, kubeconfig, kubernetesNamespace }),
        attach: true,
      });
      assert.deepEqual(
        await changes(stack),
        expected.map((text) => `create ${text}`),
      );

      const first = await stack.up();
      assert.equal(first.code, 0, first.output);
      const { resources } = await stack.state();
      const made = resources.map(({ urn }) => resourceText(urn)).filter((text) => !/ default(_|$)/.test(text));
      assert.deepEqual(made.sort(), expected);
      const { body } = await admin(adminUrl, "/persistent/languages/orders/clicks/partitions");
      assert.equal(Object(body).partitions, 3);
      assert.deepEqual((await stack.outputs())["topics"], {
        clicks: "persistent://languages/orders/clicks",
        enriched: "persistent://languages/orders/enriched",
      });

      const second = await stack.up("--expect-no-changes");
      assert.equal(second.code, 0, second.output);

      const destroyed = await stack.destroy();
      assert.equal(destroyed.code, 0, destroyed.output);
      assert.equal((await admin(adminUrl, "/tenants/languages")).status, 404);
      const kinds = "statefulsets,services,secrets,configmaps";
      const left = await cluster.kubectl("-n", kubernetesNamespace, "get", kinds, "-o", "name");
      assert.equal(left.trim(), "configmap/kube-root-ca.crt");
    });
  }
});
