import assert from "node:assert/strict";
import type { MeshSpec } from "../../../provider/model/mesh";
import type { PackagePlan } from "../../../provider/model/plan";
import { planMesh } from "../../../provider/model/plan-mesh";
import { functionOf, javaFunction, pythonFunction, sampleMesh, sink } from "../sample-mesh";

const packageOf = (parts: Partial<MeshSpec>): PackagePlan | undefined =>
  planMesh("mesh", sampleMesh(parts)).plan.members[0]?.package;

const location = "function://retail/orders/f@1";

describe("plan-code", () => {
  for (const { name, parts, want } of [
    { name: "code in the image", parts: { functions: { f: javaFunction() } }, want: undefined },
    {
      name: "a package in Java",
      parts: { functions: { f: javaFunction({ java: { jar: "f.jar", jarLocation: location } }) } },
      want: { location, path: "/pulsar/f.jar" },
    },
    {
      name: "a package in Python from another cluster",
      parts: {
        functions: {
          f: pythonFunction({ python: { py: "/srv/f.zip", pyLocation: location }, packageCluster: "store" }),
        },
      },
      want: { location, path: "/srv/f.zip", pulsarCluster: "store" },
    },
    {
      name: "a program in Go",
      parts: { functions: { f: functionOf({ golang: { go: "f", goLocation: location } }) } },
      want: { location, path: "/pulsar/f", toolsImage: "apachepulsar/pulsar:4.0.8" },
    },
    {
      name: "a file for a generic instance",
      parts: {
        functions: {
          f: functionOf({
            genericRuntime: { functionFile: "f.js", functionFileLocation: location, language: "nodejs" },
          }),
        },
      },
      want: { location, path: "/pulsar/f.js", toolsImage: "apachepulsar/pulsar:4.0.8" },
    },
    {
      name: "a program in Go, with tools in the image that the mesh has for Java",
      parts: {
        defaults: { images: { java: "registry/pulsar:4.0.9" } },
        functions: { f: functionOf({ golang: { go: "f", goLocation: location } }) },
      },
      want: { location, path: "/pulsar/f", toolsImage: "registry/pulsar:4.0.9" },
    },
    {
      name: "a connector in the image",
      parts: { sinks: { s: sink({ connector: "connectors/c.nar" }) } },
      want: undefined,
    },
    {
      name: "a connector from the web",
      parts: { sinks: { s: sink({ connector: "https://files/c.nar" }) } },
      want: { location: "https://files/c.nar", path: "/pulsar/download/connector.nar" },
    },
  ] satisfies readonly { name: string; parts: Partial<MeshSpec>; want: PackagePlan | undefined }[]) {
    it(`plans ${name}`, () => assert.deepEqual(packageOf(parts), want));
  }
});
