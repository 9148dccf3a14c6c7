import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { meantQuantity, storedQuantity } from "../../provider/model/stored-quantity";
import { kubernetes } from "./harness/servers";
import type { ControlPlane } from "../../tools/run/control-plane";

interface Stored {
  readonly template: {
    readonly spec: {
      readonly containers: readonly { readonly resources: { readonly limits: { readonly memory: string } } }[];
      readonly volumes: readonly { readonly emptyDir: { readonly sizeLimit: string } }[];
    };
  };
}

/** What is said of a quantity in another spelling goes by what a real API server makes of it. */
describe("quantities", () => {
  let cluster: ControlPlane;
  let directory: string;
  before(async () => {
    cluster = await kubernetes("east");
    directory = await mkdtemp(join(tmpdir(), "function-mesh-quantities-"));
    await cluster.kubectl("create", "namespace", "quantities");
  });
  after(() => rm(directory, { recursive: true }));

  const numbers = ["0", "1", "7", "8", "10", "64", "100", "500", "512", "1000", "1024", "1500", "2048", "4096"];
  const large = ["10000", "131072", "1048576", "1073741824", "1000000", "1500000", "123456789"];
  const fractions = ["0.5", "1.5", "0.25", "2.0", "1.50", ".5", "1.", "0.001", "1.024", "00.5", "010"];
  const suffixes = ["", "m", "k", "M", "G", "Ki", "Mi", "Gi", "e3", "E6", "e-3"];
  const spellings = [...numbers, ...large, ...fractions].flatMap((number) => suffixes.map((suffix) => number + suffix));

  /** Of resources Kubernetes rounds smaller ones up. */
  const isOfThousandths = (spelling: string): boolean => /^0n$|000000n$/.test(meantQuantity(spelling));

  it("are stored as the model says", async () => {
    const file = join(directory, "template.json");
    const template = {
      apiVersion: "v1",
      kind: "PodTemplate",
      metadata: { name: "all", namespace: "quantities" },
      template: {
        spec: {
          containers: spellings.map((memory, index) => ({
            name: `c${index}`,
            image: "none",
            resources: { limits: { memory } },
          })),
          volumes: spellings.map((sizeLimit, index) => ({ name: `v${index}`, emptyDir: { sizeLimit } })),
        },
      },
    };
    writeFileSync(file, JSON.stringify(template));
    await cluster.kubectl("create", "-f", file);
    const text = await cluster.kubectl("-n", "quantities", "get", "podtemplate", "all", "-o", "json");
    const { spec } = (JSON.parse(text) as Stored).template;
    const memory = spellings.map((spelling, index) => [spelling, spec.containers[index]?.resources.limits.memory]);
    const whole = spellings.filter(isOfThousandths);
    assert.ok(whole.length > 300);
    assert.deepEqual(
      memory.filter(([spelling]) => whole.includes(spelling ?? "")),
      whole.map((spelling) => [spelling, storedQuantity(spelling)]),
    );
    assert.deepEqual(
      spellings.map((spelling, index) => [spelling, spec.volumes[index]?.emptyDir.sizeLimit]),
      spellings.map((spelling) => [spelling, storedQuantity(spelling)]),
    );
  });
});
