import assert from "node:assert/strict";
import { sdk } from "../../../../provider/pulumi/construct/sdk";

describe("sdk", () => {
  const internals = sdk();
  const functions: readonly (readonly [string, unknown])[] = [
    ["runtime/settings.resetOptions", internals.settings.resetOptions],
    ["runtime/settings.awaitFeatureSupport", internals.settings.awaitFeatureSupport],
    ["runtime/settings.waitForRPCs", internals.settings.waitForRPCs],
    ["runtime/config.setAllConfig", internals.configuration.setAllConfig],
    ["runtime/state.withLocalStorage", internals.state.withLocalStorage],
    ["Output", internals.Output],
    ["DependencyResource", internals.DependencyResource],
    ["DependencyProviderResource", internals.DependencyProviderResource],
    ["runtime.serializeResourceProperties", internals.serialize],
  ];
  for (const [name, value] of functions) {
    it(`has ${name}`, () => assert.equal(typeof value, "function"));
  }

  it("makes outputs with the marks asked for", async () => {
    const make = (known: boolean, secret: boolean) =>
      new internals.Output(
        [],
        Promise.resolve("v"),
        Promise.resolve(known),
        Promise.resolve(secret),
        Promise.resolve([]),
      );
    assert.equal(await internals.pulumi.isSecret(make(true, true)), true);
    assert.equal(await internals.pulumi.isSecret(make(true, false)), false);
    assert.equal(await Reflect.get(make(false, false), "isKnown"), false);
  });
});
