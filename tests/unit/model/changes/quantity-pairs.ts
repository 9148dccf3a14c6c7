import type { MeshSpec } from "../../../../provider/model/mesh";
import { javaFunction, sampleMesh, sink } from "../../sample-mesh";
import type { MeshPair } from "./mesh-pairs";

const enrich = (parts: Parameters<typeof javaFunction>[0] = {}, more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ functions: { enrich: javaFunction({ replicas: 3, ...parts }) }, ...more });
const requests = (memory: string, more: Partial<MeshSpec> = {}): MeshSpec =>
  enrich({ resources: { requests: { cpu: "1", memory } } }, more);
const scratch = (sizeLimit: string): MeshSpec =>
  enrich({ pod: { volumes: [{ name: "scratch", emptyDir: { sizeLimit } }] } });
const shipper = (memory: string, image = "shipper"): MeshSpec =>
  enrich({ pod: { sidecars: [{ name: "shipper", image, resources: { limits: { memory } } }] } });
const lag = (value: string): MeshSpec =>
  enrich({
    autoscaling: {
      maxReplicas: 5,
      metrics: [
        {
          type: "External",
          external: { metric: { name: "lag" }, target: { type: "AverageValue", averageValue: value } },
        },
      ],
    },
  });
const replacing: Partial<MeshSpec> = { naming: "unique", defaults: { rollout: { replaceOnRoll: true } } };
const shared = (cpu: string): MeshSpec =>
  sampleMesh({
    defaults: { resources: { requests: { cpu } } },
    functions: { enrich: javaFunction() },
    sinks: { out: sink() },
  });
const clicks = (size: string, bytes: string): MeshSpec =>
  sampleMesh({
    namespaces: { "public/orders": { retention: { minutes: 60, size } } },
    topics: { clicks: { dispatchRate: { bytes } } },
  });

/** Quantities that are written otherwise. */
export const quantityPairs: readonly MeshPair[] = [
  {
    name: "the same quantity in another spelling",
    before: enrich({ resources: { requests: { cpu: "1000m", memory: "1024Mi" } } }),
    after: enrich({ resources: { requests: { cpu: "1", memory: "1Gi" } } }),
    changes: [
      "memberUpdated functions.enrich: resources.requests.cpu is the same in another spelling (1000m → 1) and resources.requests.memory is the same in another spelling (1024Mi → 1Gi): nothing restarts",
    ],
  },
  {
    name: "the same quantity in another spelling, beside another image",
    before: enrich({ resources: { requests: { memory: "1024Mi" } }, image: "a" }),
    after: enrich({ resources: { requests: { memory: "1Gi" } }, image: "b" }),
    changes: [
      "memberRolled functions.enrich.image: rolls 3 pods of enrich because image changed (a → b); no message loss: at-least-once",
      "memberUpdated functions.enrich.resources.requests.memory: resources.requests.memory is the same in another spelling (1024Mi → 1Gi): restarts nothing by itself",
    ],
  },
  {
    name: "the same number of bytes, which Kubernetes stores as another text",
    before: requests("1Gi"),
    after: requests("1073741824"),
    changes: [
      "memberRolled functions.enrich.resources.requests.memory: rolls 3 pods of enrich because resources.requests.memory changed (1Gi → 1073741824); no message loss: at-least-once",
    ],
  },
  {
    name: "another spelling in a template that a new workload is made by",
    before: requests("1Gi", replacing),
    after: requests("1024Mi", replacing),
    changes: [
      "memberRolled functions.enrich.resources.requests.memory: starts a new workload of enrich before the old one stops (3 pods), because resources.requests.memory is the same in another spelling (1Gi → 1024Mi); no message loss: at-least-once",
    ],
  },
  {
    name: "another spelling in the defaults",
    before: shared("500m"),
    after: shared("0.5"),
    changes: [
      "defaultsChanged defaults.resources.requests.cpu: nothing restarts in 2 members because defaults.resources.requests.cpu is the same in another spelling (500m → 0.5): functions.enrich and sinks.out",
    ],
  },
  {
    name: "another spelling of the size of a volume",
    before: scratch("2048Mi"),
    after: scratch("2Gi"),
    changes: [
      "memberUpdated functions.enrich.pod.volumes: pod.volumes is the same in another spelling: nothing restarts",
    ],
  },
  {
    name: "another spelling in a sidecar",
    before: shipper("1Gi"),
    after: shipper("1024Mi"),
    changes: [
      "memberUpdated functions.enrich.pod.sidecars: pod.sidecars is the same in another spelling: nothing restarts",
    ],
  },
  {
    name: "another sidecar, in another spelling as well",
    before: shipper("1Gi"),
    after: shipper("1024Mi", "other"),
    changes: [
      "memberRolled functions.enrich.pod.sidecars: rolls 3 pods of enrich because pod.sidecars changed; no message loss: at-least-once",
    ],
  },
  {
    name: "another spelling of what an autoscaler goes by",
    before: lag("1k"),
    after: lag("1000"),
    changes: [
      "memberUpdated functions.enrich.autoscaling.metrics: autoscaling.metrics is the same in another spelling: nothing restarts",
    ],
  },
  {
    name: "another spelling of sizes in Pulsar",
    before: clicks("1Gi", "10Mi"),
    after: clicks("1024Mi", "10485760"),
    changes: [],
  },
  {
    name: "other sizes in Pulsar",
    before: clicks("1Gi", "10Mi"),
    after: clicks("2Gi", "10Mi"),
    changes: [
      'namespaceChanged namespaces["public/orders"].retention.size: namespace public/orders: retention.size changed (1Gi → 2Gi); nothing restarts',
    ],
  },
];
