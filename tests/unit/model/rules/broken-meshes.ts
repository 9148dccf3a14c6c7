import assert from "node:assert/strict";
import type { MemberSpec } from "../../../../provider/model/member";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { placeholder } from "../../../../provider/model/unknown";
import { javaFunction, sampleMesh, sink, source } from "../../sample-mesh";

export const secret = placeholder("secret", 1);
export const unknown = placeholder("unknown", 2);

/** A closed mesh with a changed function in the middle. */
export const around = (parts: Parameters<typeof javaFunction>[0], more: Partial<MeshSpec> = {}): MeshSpec =>
  sampleMesh({ sources: { s: source() }, functions: { f: javaFunction(parts) }, sinks: { k: sink() }, ...more });

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
  /** Codes and paths of everything that is wrong; a warning's code has a question mark. */
  readonly want: readonly string[];
}

/** Tests a rule by meshes that break it or just do not. */
export const testRule = (code: string, rows: readonly Row[]): void => {
  describe(`rule ${code}`, () => {
    for (const { name, spec, want } of rows) {
      it(`${name}: ${want.length === 0 ? "nothing" : want.join(", ")}`, () => {
        const { problems } = planMesh("mesh", spec);
        const found = problems.map(
          ({ code: each, severity, path }) => `${each}${severity === "warning" ? "?" : ""} ${path}`,
        );
        assert.deepEqual(found, want);
        for (const { message, help } of problems) assert.ok(!`${message}${help}`.includes(secret), "shows a secret");
      });
    }
  });
};
