import assert from "node:assert/strict";
import { renderScaledObject } from "../../../provider/kubernetes/scaledobject";
import { renderCredentials } from "../../../provider/kubernetes/secret";
import { renderTriggerAuthentication } from "../../../provider/kubernetes/trigger-authentication";
import type { BacklogScalingSpec } from "../../../provider/model/autoscaling";
import type { PulsarClusterSpec } from "../../../provider/model/pulsar-cluster";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const rendered = (cluster: Partial<PulsarClusterSpec>, backlog: BacklogScalingSpec = {}) => {
  const east = { adminUrl: "https://a", serviceUrl: "pulsar+ssl://b:1", ...cluster };
  const functions = { f: javaFunction({ autoscaling: { maxReplicas: 5, backlog } }) };
  const target = onlyPlace(sampleMesh({ pulsar: { east }, functions }));
  const secret = renderCredentials(target);
  const name = secret?.metadata.name;
  const authentication = renderTriggerAuthentication(target, {
    config: "c",
    ...(name === undefined ? {} : { credentials: name }),
  });
  const trigger = renderScaledObject(target)?.spec.triggers[0];
  return {
    keys: authentication?.spec.secretTargetRef.map(({ parameter, key }) => [parameter, key]),
    isThere: authentication?.spec.secretTargetRef.every(
      (ref) => ref.name === name && ref.key in (secret?.stringData ?? {}),
    ),
    modes: trigger?.metadata["authModes"],
    refersTo: trigger?.authenticationRef?.name,
  };
};

const tls = { cert: "cert", key: "key" };

describe("trigger-authentication", () => {
  it("refers to the member's token", () =>
    assert.deepEqual(rendered({ instanceAuth: { token: "t" } }), {
      keys: [["bearerToken", "token"]],
      isThere: true,
      modes: "bearer",
      refersTo: "mesh-f",
    }));

  it("refers to the member's certificate, and to the authorities it trusts", () =>
    assert.deepEqual(rendered({ instanceAuth: { tls }, instanceTls: { trustCerts: "ca" } }), {
      keys: [
        ["cert", "tls.crt"],
        ["key", "tls.key"],
        ["ca", "ca.crt"],
      ],
      isThere: true,
      modes: "tls",
      refersTo: "mesh-f",
    }));

  const none = { keys: undefined, isThere: undefined, modes: undefined, refersTo: undefined };
  it("is not there without a credential, or with one that KEDA cannot use", () => {
    assert.deepEqual(rendered({}), none);
    const oauth2 = { issuerUrl: "https://issuer", credentials: "{}" };
    assert.deepEqual(rendered({ instanceAuth: { oauth2 } }), none);
  });

  it("is the user's own where he names one", () => {
    const authentication = { triggerAuthentication: "mine", modes: "oauth" };
    const want = { ...none, modes: "oauth", refersTo: "mine" };
    assert.deepEqual(rendered({ instanceAuth: { token: "t" } }, { authentication }), want);
  });
});
