import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderPlan } from "../../provider/kubernetes/render-plan";
import { planManifests } from "../../provider/model/operator/plan-manifests";
import { readYaml } from "../../provider/model/yaml-text";
import { kubernetes } from "./harness/servers";
import type { ControlPlane } from "../../tools/run/control-plane";

/** More manifests to try, for runs by hand. */
const more = process.env["FUNCTION_MESH_MANIFESTS"];
const directories = [join(__dirname, "../manifests"), ...(more === undefined ? [] : [more])];
const kubernetesNamespace = "accepted";

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly labels?: object };
  readonly spec?: {
    readonly template?: { readonly metadata: object; readonly spec: Readonly<Record<string, unknown>> };
  };
}

/** A real API server takes what is rendered, in a Kubernetes namespace that enforces Pod Security "restricted". */
describe("rendered objects", () => {
  let cluster: ControlPlane;
  let directory: string;
  before(async () => {
    cluster = await kubernetes("east");
    directory = await mkdtemp(join(tmpdir(), "function-mesh-accepted-"));
    await cluster.kubectl("apply", "-f", join(__dirname, "harness", "scaling-crds.yaml"));
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const level = "pod-security.kubernetes.io/enforce=restricted";
    await cluster.kubectl("label", "namespace", kubernetesNamespace, level);
    await cluster.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all");
  });
  after(() => rm(directory, { recursive: true }));

  const files = directories.flatMap((from) =>
    readdirSync(from)
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => join(from, file)),
  );
  // Together: one call of kubectl takes a quarter of a second.
  for (let first = 0; first < files.length; first += 25) {
    const batch = files.slice(first, first + 25);
    it(`are taken by the API server (${first + 1} to ${first + batch.length})`, async function () {
      this.timeout(240_000);
      const objects = batch.flatMap(renderedFrom);
      assert.ok(objects.length > 0);
      await take(objects.map(({ object }) => object));
      await take(objects.flatMap(({ object, asksForMore }) => (asksForMore ? [] : podOf(object))));
    });
  }

  async function take(objects: readonly object[]): Promise<void> {
    if (objects.length === 0) return;
    const path = join(directory, "objects.json");
    const items = objects.map((object) => inNamespace(object));
    writeFileSync(path, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await cluster.kubectl("create", "--dry-run=server", "--validate=strict", "-o", "name", "-f", path);
  }
});

const inNamespace = (object: object): object => ({
  ...object,
  metadata: { ...Reflect.get(object, "metadata"), namespace: kubernetesNamespace },
});

function renderedFrom(file: string): readonly { readonly object: Rendered; readonly asksForMore: boolean }[] {
  const text = readFileSync(file, "utf8");
  const { plans, problems } = planManifests(readYaml(text).documents.map(({ value }) => value));
  if (problems.some(({ severity }) => severity === "error")) return [];
  // What a manifest states of rights itself is its own affair.
  const asksForMore = /securityContext|hostPath|hostNetwork|sidecars|initContainers/.test(text);
  const objects = plans.flatMap((plan) => renderPlan(plan, () => "")) as unknown as readonly Rendered[];
  return objects.map((object) => ({ object, asksForMore }));
}

/** A pod as a StatefulSet would make it: Pod Security looks at pods only. */
function podOf({ kind, metadata, spec }: Rendered): readonly object[] {
  if (kind !== "StatefulSet" || spec?.template === undefined) return [];
  // An account of the manifest's own is not there.
  const pod = Object.fromEntries(Object.entries(spec.template.spec).filter(([key]) => key !== "serviceAccountName"));
  const claimed = mountsWithoutVolume(pod);
  const volumes = [
    ...(listOf(pod["volumes"]) as readonly object[]),
    ...claimed.map((name) => ({ name, emptyDir: {} })),
  ];
  const own = { ...spec.template.metadata, name: `${metadata.name ?? ""}-0` };
  return [{ apiVersion: "v1", kind: "Pod", metadata: own, spec: { ...pod, volumes } }];
}

/** Volumes that a StatefulSet would claim. */
function mountsWithoutVolume(pod: Readonly<Record<string, unknown>>): readonly string[] {
  const known = new Set(listOf(pod["volumes"]).map((volume) => Reflect.get(Object(volume), "name")));
  const containers = [...listOf(pod["containers"]), ...listOf(pod["initContainers"])];
  const mounted = containers.flatMap((container) => listOf(Reflect.get(Object(container), "volumeMounts")));
  const names = mounted.map((mount) => String(Reflect.get(Object(mount), "name")));
  return [...new Set(names)].filter((name) => !known.has(name));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
