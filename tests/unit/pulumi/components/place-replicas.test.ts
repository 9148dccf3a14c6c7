import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../../provider/model/function";
import { manifestReplicas, rolledReplicas } from "../../../../provider/pulumi/components/place-replicas";
import { Placeholders } from "../../../../provider/pulumi/construct/placeholders";
import { onlyPlace } from "../../rendered-objects";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const hpa = { autoscaling: { minReplicas: 2, maxReplicas: 5 } };
const keda = { autoscaling: { maxReplicas: 5, backlog: {} } };
const standby = { placement: [{ cluster: "east", standby: true }] };
const none = {};

interface Told {
  readonly manifest: object;
  readonly rollout: object;
}

interface Row {
  readonly name: string;
  readonly spec: Partial<FunctionSpec>;
  readonly rolled: Told;
  readonly inManifest: object;
}

const stopped: Told = { manifest: { replicas: 0 }, rollout: { replicas: 0 } };
const rows: readonly Row[] = [
  {
    name: "a stated number",
    spec: { replicas: 3 },
    rolled: { manifest: { replicas: 3 }, rollout: { replicas: 3 } },
    inManifest: { replicas: 3 },
  },
  {
    name: "no number",
    spec: {},
    rolled: { manifest: none, rollout: { initialReplicas: 1 } },
    inManifest: { replicas: 1 },
  },
  { name: "an HPA", spec: hpa, rolled: { manifest: none, rollout: { initialReplicas: 2 } }, inManifest: none },
  {
    name: "an HPA from a number on",
    spec: { ...hpa, replicas: 3 },
    rolled: { manifest: none, rollout: { initialReplicas: 3 } },
    inManifest: none,
  },
  { name: "KEDA", spec: keda, rolled: { manifest: none, rollout: none }, inManifest: none },
  { name: "none at all", spec: { replicas: 0 }, rolled: stopped, inManifest: { replicas: 0 } },
  { name: "a pause", spec: { replicas: 3, paused: true }, rolled: stopped, inManifest: { replicas: 0 } },
  { name: "a pause of what an HPA scales", spec: { ...hpa, paused: true }, rolled: stopped, inManifest: none },
  { name: "a place that stands by", spec: { ...hpa, ...standby }, rolled: stopped, inManifest: { replicas: 0 } },
];

describe("place-replicas", () => {
  for (const { name, spec, rolled, inManifest } of rows) {
    const target = () => onlyPlace(sampleMesh({ functions: { f: javaFunction(spec) } }));
    it(`lets a rollout scale: ${name}`, () =>
      assert.deepEqual(rolledReplicas(new Placeholders([]), target()), { ...rolled, ignoreChanges: [] }));
    it(`states in the manifest: ${name}`, () => {
      const { manifest, ignoreChanges } = manifestReplicas(new Placeholders([]), target());
      assert.deepEqual(manifest, inManifest);
      assert.deepEqual(ignoreChanges, "replicas" in inManifest ? [] : ["spec.replicas"]);
    });
  }
});
