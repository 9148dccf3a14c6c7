import assert from "node:assert/strict";
import { containerEnv, withSharedEnv } from "../../../provider/kubernetes/env";
import type { EnvVar } from "../../../provider/model/kubernetes-types";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const target = onlyPlace(
  sampleMesh({
    defaults: { env: { B: "shared", A: "shared" } },
    functions: { f: javaFunction({ secrets: { pw: "x" }, pod: { env: [{ name: "pw", value: "own" }] } }) },
  }),
);

describe("containerEnv", () => {
  const names = { config: "c", secrets: "s" };
  const namesOf = (env: readonly EnvVar[]): readonly string[] => env.map(({ name }) => name);
  it("has the user's variable in place of another of the same name", () => {
    const env = containerEnv(target, names, { env: [{ name: "X", value: "1" }] });
    assert.deepEqual(namesOf(env), ["SHARD_ID", "FUNCTION_DETAILS", "X", "pw"]);
    assert.deepEqual(env.at(-1), { name: "pw", value: "own" });
  });
});

describe("withSharedEnv", () => {
  const shared = withSharedEnv(target);
  const unknown: readonly EnvVar[] = JSON.parse(JSON.stringify(placeholder("unknown", 1)));
  for (const { name, env, want } of [
    {
      name: "a container without variables",
      env: undefined,
      want: [
        { name: "A", value: "shared" },
        { name: "B", value: "shared" },
      ],
    },
    {
      name: "a container's own value, which may refer to a shared one",
      env: [{ name: "A", value: "$(B)" }],
      want: [
        { name: "B", value: "shared" },
        { name: "A", value: "$(B)" },
      ],
    },
    { name: "variables that are not known", env: unknown, want: unknown },
  ]) {
    it(name, () => {
      const [container] = shared([{ name: "c", ...(env === undefined ? {} : { env }) }]);
      assert.deepEqual(container?.env, want);
    });
  }
  it("adds nothing where nothing is shared", () => {
    const plain = onlyPlace(sampleMesh({ functions: { f: javaFunction() } }));
    assert.deepEqual(withSharedEnv(plain)([{ name: "c" }]), [{ name: "c" }]);
  });
});
