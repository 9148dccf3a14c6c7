import assert from "node:assert/strict";
import { isMountedByUser } from "../../../provider/kubernetes/mounted-by-user";
import type { VolumeMount } from "../../../provider/model/kubernetes-types";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const isMounted = (volumeMounts: readonly VolumeMount[]): boolean =>
  isMountedByUser(onlyPlace(sampleMesh({ functions: { f: javaFunction({ volumeMounts }) } })).member, "/tmp");
const unknown: readonly VolumeMount[] = JSON.parse(JSON.stringify(placeholder("unknown", 1)));

describe("isMountedByUser", () => {
  for (const { name, mounts, want } of [
    { name: "nothing", mounts: [], want: false },
    { name: "the place", mounts: [{ name: "v", mountPath: "/tmp" }], want: true },
    { name: "the place, with a slash", mounts: [{ name: "v", mountPath: "/tmp/" }], want: true },
    { name: "a directory in it", mounts: [{ name: "v", mountPath: "/tmp/data" }], want: false },
    { name: "what is not known yet", mounts: unknown, want: false },
    {
      name: "a place that is not known yet",
      mounts: [{ name: "v", mountPath: placeholder("unknown", 1) }],
      want: false,
    },
  ]) {
    it(`sees ${name}`, () => assert.equal(isMounted(mounts), want));
  }
});
