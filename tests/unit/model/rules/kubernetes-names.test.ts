import assert from "node:assert/strict";
import { labelNames, objectNames, portNames } from "../../../../provider/model/rules/kubernetes-names";
import type { Named } from "../../../../provider/model/rules/repeated-names";
import type { Finding } from "../../../../provider/model/rules/rule";
import { unknown } from "./broken-meshes";

const tables: readonly {
  readonly what: string;
  readonly check: (all: readonly Named[]) => readonly Finding[];
  readonly fit: readonly string[];
  readonly unfit: readonly string[];
}[] = [
  {
    what: "containers, volumes and namespaces",
    check: (all) => labelNames(all, "a container"),
    fit: ["a", "0", "a-b", "a".repeat(63), unknown],
    unfit: ["", "A", "a.b", "a_b", "-a", "a-", "a".repeat(64), "a\n"],
  },
  {
    what: "objects",
    check: (all) => objectNames(all, "a Secret"),
    fit: ["a", "a.b", "0.0", "a-b.c", "a".repeat(253), unknown],
    unfit: ["", "A", "a..b", ".a", "a.", "a.-b", "a_b", "a".repeat(254), "a\n"],
  },
  {
    what: "ports",
    check: portNames,
    fit: ["a", "a1", "1a", "http-2", "a".repeat(15), unknown],
    unfit: ["", "80", "A", "a--b", "-a", "a-", "a".repeat(16), "a\n"],
  },
];

describe("names that Kubernetes takes", () => {
  for (const { what, check, fit, unfit } of tables) {
    for (const name of fit)
      it(`of ${what}: ${JSON.stringify(name)}`, () => {
        assert.deepEqual(check([{ name, path: "p" }]), []);
      });
    for (const name of unfit)
      it(`of ${what}: not ${JSON.stringify(name)}`, () => {
        const [finding, ...more] = check([{ name, path: "p" }]);
        assert.equal(finding?.path, "p");
        assert.ok(finding.message.startsWith(`"${name}" is not a name of `), finding.message);
        assert.deepEqual(more, []);
      });
  }
});
