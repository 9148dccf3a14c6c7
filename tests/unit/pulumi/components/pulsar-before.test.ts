import assert from "node:assert/strict";
import { isOfPulsar, mayFollowPulsar } from "../../../../provider/pulumi/components/pulsar-before";

const rows: readonly (readonly [string, boolean])[] = [
  ["function-mesh:pulsar:Namespace", true],
  ["function-mesh:pulsar:Topic", true],
  ["acme:index:Platform$function-mesh:pulsar:Tenant", true],
  ["function-mesh:index:FunctionMesh", true],
  ["function-mesh:index:FunctionMesh$function-mesh:index:Function", true],
  ["pulsar:index/namespace:Namespace", true],
  ["streamnative:pulsar/tenant:Tenant", true],
  ["kubernetes:resource.streamnative.io/v1alpha1:PulsarNamespace", true],
  ["random:index/randomPassword:RandomPassword", false],
  ["kubernetes:core/v1:Namespace", false],
  ["kubernetes:core/v1:Secret", false],
  ["function-mesh:index:ClusterIdentity", false],
  ["acme:pulsar:Tenant$random:index/randomId:RandomId", false],
  ["eks:index:Cluster", false],
];

describe("isOfPulsar", () => {
  for (const [type, want] of rows)
    it(`${want ? "takes" : "does not take"} ${type} for something that may make a tenant or a namespace`, () => {
      assert.equal(isOfPulsar(`urn:pulumi:stack::project::${type}::pulsar-namespace`), want);
    });
});

describe("mayFollowPulsar", () => {
  const urns = ["urn:pulumi:stack::project::kubernetes:helm.sh/v3:Release::pulsar"];
  const given = (path: string, dependsOn: readonly string[] = []) => ({
    dependsOn,
    arguments: { values: {}, leaves: [], computed: new Set<string>(), problems: [], dependencies: [{ path, urns }] },
  });
  const rows: readonly (readonly [string, boolean])[] = [
    ["pulsar.east.adminUrl", true],
    ['pulsar["the east"].serviceUrl', true],
    ["pulsar.east.auth.token", false],
    ["kubernetes.east.kubeconfig", false],
  ];
  for (const [path, want] of rows)
    it(`${want ? "expects" : "does not expect"} what is in Pulsar to be made by whoever gives ${path}`, () => {
      assert.equal(mayFollowPulsar(given(path)), want);
      assert.equal(mayFollowPulsar(given(path, urns)), true);
    });
});
