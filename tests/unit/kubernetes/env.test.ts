import assert from "node:assert/strict";
import { containerEnv, withEachVariableOnce, withSharedEnv } from "../../../provider/kubernetes/env";
import type { PodPart } from "../../../provider/kubernetes/pod-part";
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

const unknown: readonly EnvVar[] = JSON.parse(JSON.stringify(placeholder("unknown", 1)));

describe("containerEnv", () => {
  const names = { config: "c", secrets: "s" };
  const namesOf = (env: readonly EnvVar[]): readonly string[] => env.map(({ name }) => name);
  it("has the user's variable in place of another of the same name", () => {
    const env = containerEnv(target, names, { env: [{ name: "X", value: "1" }] });
    assert.deepEqual(namesOf(env), ["SHARD_ID", "FUNCTION_DETAILS", "X", "pw"]);
    assert.deepEqual(env.at(-1), { name: "pw", value: "own" });
  });

  const of = (parts: Parameters<typeof javaFunction>[0], more: PodPart = {}): readonly EnvVar[] =>
    containerEnv(onlyPlace(sampleMesh({ functions: { f: javaFunction(parts) } })), names, more);

  it("has its own where the instance is nothing without it", () => {
    const params = { name: "CLIENT_AUTH_PARAMS", valueFrom: { secretKeyRef: { name: "ours", key: "auth.params" } } };
    const stolen = ["SHARD_ID", "FUNCTION_DETAILS", "CLIENT_AUTH_PARAMS"].map((name) => ({ name, value: "mine" }));
    const env = of({ pod: { env: [...stolen, { name: "A", value: "$(SHARD_ID)" }] } }, { env: [params] });
    assert.deepEqual(env.slice(2), [params, { name: "A", value: "$(SHARD_ID)" }]);
    assert.deepEqual(namesOf(env), ["SHARD_ID", "FUNCTION_DETAILS", "CLIENT_AUTH_PARAMS", "A"]);
    assert.ok(env.every(({ value }) => value !== "mine"));
    const secretsMap = { SHARD_ID: { path: "s", key: "k" } };
    assert.deepEqual(of({ secretsMap }), of({}));
  });

  it("leaves a name that it does not use to the user", () => {
    const own = { name: "CLIENT_AUTH_PARAMS", value: "mine" };
    assert.deepEqual(of({ pod: { env: [own] } }).at(-1), own);
  });

  it("has the user's in place of what the instance only prefers", () => {
    const own = { name: "LOGGING_LEVEL", value: "debug" };
    const env = of({ pod: { env: [own] } }, { env: [{ name: "LOGGING_LEVEL", value: "info" }] });
    assert.deepEqual(env.slice(2), [own]);
  });

  it("has the last of two that the user states", () => {
    const twice = ["1", "2"].map((value) => ({ name: "A", value }));
    assert.deepEqual(of({ pod: { env: twice } }).slice(2), [{ name: "A", value: "2" }]);
  });

  it("shows variables that are not known as not known", () => assert.equal(of({ pod: { env: unknown } }), unknown));
});

describe("containerEnv of a manifest", () => {
  const place = onlyPlace(
    sampleMesh({ functions: { f: javaFunction({ pod: { env: [{ name: "WHO", value: "$(POD_NAME)" }] } }) } }),
  );
  const origin = { componentName: "f", clusterName: "kubernetes", pulsar: { configMap: "c" } };

  it("has the name of the pod before what may refer to it", () => {
    const env = containerEnv({ ...place, member: { ...place.member, origin } }, { config: "c" }, {});
    assert.deepEqual(env.slice(2), [
      { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
      { name: "WHO", value: "$(POD_NAME)" },
    ]);
  });
});

describe("withEachVariableOnce", () => {
  it("leaves out what a later one overrides, and adds nothing", () => {
    const twice = ["1", "2"].map((value) => ({ name: "A", value }));
    const containers = withEachVariableOnce([{ name: "a", env: twice }, { name: "b" }]);
    assert.deepEqual(containers, [{ name: "a", env: [{ name: "A", value: "2" }] }, { name: "b" }]);
  });
});

describe("withSharedEnv", () => {
  const shared = withSharedEnv(target);
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
    {
      name: "a container's own value that adds to the shared one",
      env: [{ name: "B", value: "$(B)-own" }],
      want: [
        { name: "A", value: "shared" },
        { name: "B", value: "shared-own" },
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
