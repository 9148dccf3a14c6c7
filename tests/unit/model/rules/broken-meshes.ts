import assert from "node:assert/strict";
import type { ManifestOrigin } from "../../../../provider/model/manifest-origin";
import type { MemberSpec } from "../../../../provider/model/member";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planClusters } from "../../../../provider/model/plan-clusters";
import { planMesh } from "../../../../provider/model/plan-mesh";
import type { Problem } from "../../../../provider/model/problem";
import { checkMesh, ruleTable } from "../../../../provider/model/rules";
import { placeholder } from "../../../../provider/model/unknown";
import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../../sample-mesh";

export const secret = placeholder("secret", 1);
export const unknown = placeholder("unknown", 2);

/** A closed mesh with a changed function in the middle. */
export const around = (parts: Parameters<typeof javaFunction>[0], more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ sources: { s: source() }, functions: { f: javaFunction(parts) }, sinks: { k: sink() }, ...more });

/** The same with a function in Python. */
export const aroundPython = (parts: Parameters<typeof pythonFunction>[0]): MeshSpec =>
  around({}, { functions: { f: pythonFunction(parts) } });

/** The same with a function in Go. */
export const aroundGo = (parts: Parameters<typeof javaFunction>[0]): MeshSpec =>
  around(
    {},
    {
      functions: {
        f: {
          golang: { go: "/pulsar/enrich" },
          image: "enrich:1",
          input: { topics: ["in"] },
          output: { topic: "out" },
          ...parts,
        },
      },
    },
  );

/** The same with a changed Pulsar cluster. */
export const withPulsar = (parts: Partial<MeshSpec["pulsar"][string]>): MeshSpec =>
  around(
    {},
    { pulsar: { east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar://127.0.0.1:6650", ...parts } } },
  );

/** The same with changed fields that all kinds of members have. */
export const member = (parts: Partial<MemberSpec>): MeshSpec => around(parts);

/** Two clusters of each kind. */
export const two: Partial<MeshSpec> = {
  pulsar: {
    east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" },
    west: { adminUrl: "http://127.0.0.1:3", serviceUrl: "pulsar://127.0.0.1:4" },
  },
  kubernetes: { east: {}, west: {} },
};

export interface Row {
  readonly name: string;
  readonly spec: MeshSpec;
  /** The arguments whose values other resources compute. */
  readonly computed?: readonly string[];
  /** Codes and paths of everything that is wrong; a warning's code has a question mark. */
  readonly want: readonly string[];
  /** The same were the members from operator manifests. */
  readonly wantInManifests?: readonly string[];
}

const origin: Omit<ManifestOrigin, "componentName"> = { pulsar: { configMap: "pulsar" }, clusterName: "kubernetes" };

/** What is wrong with a mesh whose members come from operator manifests. */
export function problemsInManifests(spec: MeshSpec): readonly Problem[] {
  const { plan } = planMesh("mesh", spec);
  const members = plan.members.map((each) => ({ ...each, origin: { ...origin, componentName: each.key } }));
  const home = { tenant: "public", pulsarNamespace: "default" };
  const clusters = planClusters("mesh", spec);
  return checkMesh({ mesh: "mesh", spec, clusters, home, single: false, plan: { ...plan, members } });
}

const shown = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, severity, path }) => `${code}${severity === "warning" ? "?" : ""} ${path}`);

/** The order of problems is the same for all rules, and tested by itself. */
export const inAnyOrder = (problems: readonly string[]): readonly string[] => [...problems].sort();

/** Tests a rule by meshes that break it or just do not. */
export const testRule = (code: string, rows: readonly Row[]): void => {
  describe(`rule ${code}`, () => {
    for (const { name, spec, computed, want, wantInManifests } of rows) {
      it(`${name}: ${want.length === 0 ? "nothing" : want.join(", ")}`, () => {
        const { problems } = planMesh("mesh", spec, new Set(computed));
        assert.deepEqual(inAnyOrder(shown(problems)), inAnyOrder(want));
        for (const { message, help } of problems) assert.ok(!`${message}${help}`.includes(secret), "shows a secret");
        if (wantInManifests !== undefined)
          assert.deepEqual(inAnyOrder(shown(problemsInManifests(spec))), inAnyOrder(wantInManifests));
      });
    }
    it("is documented with the severities that it has, and no others", () => {
      const found = rows.flatMap(({ want }) => want.filter((line) => new RegExp(`^${code}\\b`).test(line)));
      const severities = new Set(found.map((line) => (line.startsWith(`${code}?`) ? "warning" : "error")));
      const rule = ruleTable.find((each) => each.code === code);
      assert.deepEqual(
        [...severities].sort(),
        [rule?.severity, rule?.also].filter((each) => each !== undefined).sort(),
      );
    });
  });
};
