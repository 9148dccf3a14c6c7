import type { FunctionSpec } from "../../provider/model/function";
import type { MeshSpec } from "../../provider/model/mesh";
import type { Subject } from "../fields/subjects";
import { sampleMesh } from "./sample-mesh";

const replicated = { external: true, replicationClusters: ["east", "west"] };

/** A mesh of the one member `m`, in clusters east and west. */
export function meshOfSubject(kind: Subject["kind"], spec: object): MeshSpec {
  const member = { m: spec } as Readonly<Record<string, FunctionSpec>>;
  const clusters = sampleMesh({
    pulsar: {
      east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar+ssl://127.0.0.1:6650" },
      west: { adminUrl: "http://127.0.0.1:8081", serviceUrl: "pulsar+ssl://127.0.0.1:6651" },
    },
    kubernetes: { east: { namespace: "streaming" }, west: { namespace: "streaming" } },
    defaults: Object.hasOwn(spec, "placement") ? {} : { cluster: "east" },
  });
  const topics = Object.hasOwn(spec, "replicateSubscriptionState") ? { topics: { "m-in": replicated } } : {};
  return { ...clusters, ...topics, [`${kind}s`]: member };
}
