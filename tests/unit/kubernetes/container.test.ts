import assert from "node:assert/strict";
import { renderContainer } from "../../../provider/kubernetes/container";
import type { LivenessSpec } from "../../../provider/model/pod-spec";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const container = (liveness: LivenessSpec | undefined) => {
  const pod = liveness === undefined ? {} : { liveness };
  const target = onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod }) } }));
  return renderContainer(target, { config: "c" }, {});
};

const httpGet = { path: "/", port: 9094 };
const unknownPeriod: LivenessSpec = JSON.parse(JSON.stringify({ periodSeconds: placeholder("unknown", 1) }));

describe("container", () => {
  for (const { name, liveness, want } of [
    { name: "none", liveness: undefined, want: undefined },
    { name: "without a period", liveness: { initialDelaySeconds: 5 }, want: undefined },
    { name: "with a period of 0", liveness: { periodSeconds: 0 }, want: undefined },
    {
      name: "with a period",
      liveness: { periodSeconds: 9, successThreshold: 1, failureThreshold: 2, initialDelaySeconds: 3 },
      want: {
        httpGet,
        periodSeconds: 9,
        timeoutSeconds: 9,
        successThreshold: 1,
        failureThreshold: 2,
        initialDelaySeconds: 3,
      },
    },
    {
      name: "with a period that is not known",
      liveness: unknownPeriod,
      want: { httpGet, ...unknownPeriod, timeoutSeconds: unknownPeriod.periodSeconds },
    },
  ]) {
    it(`checks whether the instance is alive: ${name}`, () =>
      assert.deepEqual(container(liveness).livenessProbe, want));
  }

  it("may gain no right", () => {
    const want = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
    assert.deepEqual(container(undefined).securityContext, want);
  });

  it("runs where it may write, and a manifest's in the directory of the image", () => {
    const target = onlyPlace(sampleMesh({ functions: { f: javaFunction() } }));
    const origin = { componentName: "f", clusterName: "kubernetes", pulsar: { configMap: "pulsar" } };
    const member = { ...target.member, origin };
    assert.equal(renderContainer(target, { config: "c" }, {}).workingDir, "/tmp");
    assert.equal(renderContainer({ ...target, member }, { config: "c" }, {}).workingDir, undefined);
  });

  it("takes variables and mounts of the parts", () => {
    const target = onlyPlace(
      sampleMesh({ functions: { f: javaFunction({ volumeMounts: [{ name: "v", mountPath: "/v" }] }) } }),
    );
    const envFrom = [{ secretRef: { name: "s" } }];
    const mounts = [{ name: "p", mountPath: "/p" }];
    const rendered = renderContainer(target, { config: "c" }, { envFrom, mounts });
    assert.deepEqual(rendered.envFrom, envFrom);
    assert.deepEqual(rendered.volumeMounts, [...mounts, { name: "v", mountPath: "/v" }]);
  });
});
