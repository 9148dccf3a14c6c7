import assert from "node:assert/strict";
import { declaredTemplate, differs } from "../../../../../provider/pulumi/resources/rollout/declared";

const resources = (value: unknown) => ({ containers: [{ resources: { requests: value } }] });

describe("differs", () => {
  const rows: readonly { name: string; declared: unknown; live: unknown; want: boolean }[] = [
    { name: "the same", declared: { a: ["x"] }, live: { a: ["x"] }, want: false },
    { name: "another text", declared: { image: "a:1" }, live: { image: "a:2" }, want: true },
    { name: "a default of the API server", declared: { a: 1 }, live: { a: 1, b: "Always" }, want: false },
    { name: "cpu 0.5 and 500m", declared: resources({ cpu: "0.5" }), live: resources({ cpu: "500m" }), want: false },
    { name: "cpu 0.7 and 700m", declared: resources({ cpu: 0.7 }), live: resources({ cpu: "700m" }), want: false },
    {
      name: "memory 1024Mi and 1Gi",
      declared: resources({ memory: "1024Mi" }),
      live: resources({ memory: "1Gi" }),
      want: false,
    },
    { name: "cpu 1 and 2", declared: resources({ cpu: "1" }), live: resources({ cpu: "2" }), want: true },
    { name: "cpu taken away", declared: resources({ cpu: "1" }), live: resources({}), want: true },
    { name: "a size limit", declared: { sizeLimit: "1024Mi" }, live: { sizeLimit: "1Gi" }, want: false },
    { name: "0.5 and 500m elsewhere", declared: { value: "0.5" }, live: { value: "500m" }, want: true },
    {
      name: "an empty variable",
      declared: { env: [{ name: "A", value: "" }] },
      live: { env: [{ name: "A" }] },
      want: false,
    },
    { name: "false and absent", declared: { readOnly: false }, live: {}, want: false },
    { name: "0 and absent", declared: { weight: 0 }, live: {}, want: false },
    { name: "an empty list and absent", declared: { args: [] }, live: {}, want: false },
    { name: "an empty object and absent", declared: { securityContext: {} }, live: {}, want: false },
    { name: "false and true", declared: { readOnly: false }, live: { readOnly: true }, want: true },
    { name: "replicas 0 and 1", declared: 0, live: 1, want: true },
    { name: "replicas 1 and absent", declared: 1, live: undefined, want: true },
    { name: "nothing declared", declared: undefined, live: 3, want: false },
    {
      name: "an entry added to a list",
      declared: { env: [{ name: "A" }] },
      live: { env: [{ name: "A" }, { name: "B" }] },
      want: true,
    },
    { name: "an entry added to an empty list", declared: { env: [] }, live: { env: [{ name: "B" }] }, want: true },
    { name: "a list taken away", declared: { args: ["x"] }, live: {}, want: true },
  ];
  for (const { name, declared, live, want } of rows)
    it(`is ${want} for ${name}`, () => assert.equal(differs(declared, live), want));
});

describe("declaredTemplate", () => {
  const withText = (text: string) => ({
    metadata: { annotations: { "kubectl.kubernetes.io/last-applied-configuration": text } },
  });
  it("reads what client-side apply leaves", () => {
    const text = JSON.stringify({ spec: { replicas: 2, template: { spec: {} } } });
    assert.deepEqual(declaredTemplate(withText(text)), { spec: {} });
  });
  it("knows nothing with server-side apply, or of what is no JSON", () => {
    assert.equal(declaredTemplate({ metadata: {} }), undefined);
    assert.equal(declaredTemplate(withText("{")), undefined);
  });
});
