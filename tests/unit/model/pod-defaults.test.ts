import assert from "node:assert/strict";
import { podWithDefaults } from "../../../provider/model/pod-defaults";
import type { PodDefaultsSpec, PodSpec } from "../../../provider/model/pod-spec";
import { placeholder } from "../../../provider/model/unknown";

interface Row {
  readonly name: string;
  readonly own?: PodSpec;
  readonly shared?: PodDefaultsSpec;
  readonly want: PodSpec;
}

const [own, shared] = [{ key: "own" }, { key: "shared" }];

const rows: readonly Row[] = [
  { name: "nothing stated", want: {} },
  {
    name: "only the member",
    own: { labels: { a: "1" }, minAvailable: "1" },
    want: { labels: { a: "1" }, minAvailable: "1" },
  },
  { name: "only the defaults", shared: { tolerations: [shared] }, want: { tolerations: [shared] } },
  ...(["labels", "annotations", "nodeSelector"] as const).map((field) => ({
    name: `${field} are joined, and the member's win`,
    own: { [field]: { both: "own", mine: "1" } },
    shared: { [field]: { both: "shared", theirs: "2" } },
    want: { [field]: { both: "own", mine: "1", theirs: "2" } },
  })),
  {
    name: "tolerations are added to the shared ones",
    own: { tolerations: [own] },
    shared: { tolerations: [shared] },
    want: { tolerations: [shared, own] },
  },
  {
    name: "a pull secret of both is there once",
    own: { imagePullSecrets: [{ name: "a" }, { name: "b" }] },
    shared: { imagePullSecrets: [{ name: "c" }, { name: "a" }] },
    want: { imagePullSecrets: [{ name: "c" }, { name: "a" }, { name: "b" }] },
  },
  {
    name: "of anything else the member's own stands in place of the default",
    own: { securityContext: { runAsUser: 1 }, affinity: { nodeAffinity: {} }, liveness: { periodSeconds: 0 } },
    shared: {
      securityContext: { runAsUser: 2, fsGroup: 2 },
      affinity: { podAffinity: {} },
      liveness: { periodSeconds: 9, failureThreshold: 2 },
      serviceAccountName: "shared",
      terminationGracePeriodSeconds: 7,
      startupProbe: { failureThreshold: 9 },
    },
    want: {
      securityContext: { runAsUser: 1 },
      affinity: { nodeAffinity: {} },
      liveness: { periodSeconds: 0 },
      serviceAccountName: "shared",
      terminationGracePeriodSeconds: 7,
      startupProbe: { failureThreshold: 9 },
    },
  },
  {
    name: "labels that are not known stand for the whole",
    own: JSON.parse(JSON.stringify({ labels: placeholder("unknown", 1) })),
    shared: { labels: { a: "1" } },
    want: JSON.parse(JSON.stringify({ labels: placeholder("unknown", 1) })),
  },
];

describe("podWithDefaults", () => {
  for (const row of rows) it(row.name, () => assert.deepEqual(podWithDefaults(row.own, row.shared), row.want));
});
