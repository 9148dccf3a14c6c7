import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify, type ScalarTag } from "yaml";
import type { PlaceObjects } from "../../provider/kubernetes/place-objects";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";
import { placeholder } from "../../provider/model/unknown";
import { difference } from "./difference";
import { objectsOf, placesOf } from "./rendered-objects";
import { sampleMesh } from "./sample-mesh";

/**
 * One case per file of tests/golden: NAME.yaml is what a mesh states beyond one cluster of each kind, NAME.golden.yaml the
 * objects it gives. `UPDATE_GOLDEN=1` writes the latter. `defaults` shows whole objects; the others only what differs from
 * its member of the same kind, so that a new default changes one file.
 */
const directory = join(__dirname, "../golden");
const update = process.env["UPDATE_GOLDEN"] === "1";

const tag = (name: string, resolve: (text: string) => unknown): ScalarTag => ({ tag: name, resolve });
const customTags = [
  tag("!secret", (text) => placeholder("secret", Number(text))),
  tag("!unknown", (text) => placeholder("unknown", Number(text))),
  // In place of the asset, which the model never looks into.
  tag("!code", (text) => ({ code: text })),
];

describe("golden", () => {
  const cases = readdirSync(directory).filter((file) => file.endsWith(".yaml") && !file.endsWith(".golden.yaml"));
  for (const file of cases) {
    it(file.replace(".yaml", ""), () => {
      const golden = join(directory, file.replace(".yaml", ".golden.yaml"));
      const text = rendered(meshOf(file), file !== "defaults.yaml");
      if (update) writeFileSync(golden, text);
      assert.equal(text, existsSync(golden) ? readFileSync(golden, "utf8") : "");
    });
  }
});

function meshOf(file: string): MeshSpec {
  const parts: Partial<MeshSpec> = parse(readFileSync(join(directory, file), "utf8"), { customTags });
  return sampleMesh(parts);
}

function rendered(spec: MeshSpec, isBrief: boolean): string {
  const { problems } = planMesh("mesh", spec);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  const documents = placesOf(spec).map((target) => {
    const objects = readable(objectsOf(target));
    const { key, cluster } = { key: target.member.key, cluster: target.place.cluster };
    return stringify(
      { [`${key} in ${cluster}`]: isBrief ? difference(plainObjects(target), objects) : objects },
      { lineWidth: 0 },
    );
  });
  return documents.join("---\n");
}

/** What the plainest member of the same kind and name would be. */
function plainObjects({ member }: PlaceObjects): unknown {
  const { sources, functions, sinks } = meshOf("defaults.yaml");
  const plain = {
    source: { sources: { [member.key]: sources?.["source"] } },
    sink: { sinks: { [member.key]: sinks?.["sink"] } },
    function: { functions: { [member.key]: functions?.[member.runtime] } },
  }[member.kind];
  const [target] = placesOf(sampleMesh(parse(stringify(plain))));
  return target === undefined ? undefined : readable(objectsOf(target));
}

/** Placeholders in letters that can be read, and JSON text as what it says. */
function readable(value: unknown): unknown {
  if (typeof value === "string") {
    const text = value.replace(/[^ -~\n]([a-z]+:\d+(?::[a-z]+)?)[^ -~\n]/g, "<$1>");
    return text.startsWith("{") ? (readableJson(text) ?? text) : text;
  }
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item)]));
}

/** Undefined for what only looks like it, such as JSON in which a variable of the container stands. */
function readableJson(text: string): unknown {
  try {
    return readable(JSON.parse(text));
  } catch {
    return undefined;
  }
}
