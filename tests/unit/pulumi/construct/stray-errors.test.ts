import assert from "node:assert/strict";
import { componentsOf, summary } from "../../../../provider/pulumi/construct/stray-errors";

const refused = (name: string): Error =>
  new Error(`error serializing property "x": resource ${name} [kubernetes:apps/v1:StatefulSet] failed to register`);

const cases: readonly { readonly name: string; readonly errors: readonly Error[]; readonly want: RegExp }[] = [
  {
    name: "names each resource that the engine has reported once, sorted",
    errors: [refused("b"), refused("a"), refused("b")],
    want: /see the errors of a, b$/,
  },
  {
    name: "prefers a cause that nobody has reported",
    errors: [refused("a"), new Error("the kubeconfig cannot be read")],
    want: /^the kubeconfig cannot be read$/,
  },
];

describe("errors that nobody awaits", () => {
  for (const { name, errors, want } of cases) it(name, () => assert.match(summary(errors).message, want));
});

describe("componentsOf", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["resource orders-enrich [t] failed to register", ["orders"]],
    ["resource orders [t] failed to register", ["orders"]],
    ["resource orders-eu-enrich [t] failed to register", ["orders-eu"]],
    ["resource stranger [t] failed to register", ["orders", "orders-eu", "clicks"]],
    ["kubeconfig: there is no readable file at that path", ["orders", "orders-eu", "clicks"]],
  ];
  for (const [message, want] of rows) {
    it(`gives "${message}" to ${want.join(", ")}`, () => {
      assert.deepEqual(componentsOf(new Error(message), ["orders", "orders-eu", "clicks"]), want);
    });
  }
});
