import assert from "node:assert/strict";
import { factsOf, isMeshFacts } from "../../../../provider/model/changes/mesh-facts";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { placeholder } from "../../../../provider/model/unknown";
import { javaFunction, sampleMesh } from "../../sample-mesh";

const facts = (spec: MeshSpec, code?: string) =>
  factsOf(planMesh("mesh", spec).plan, code === undefined ? {} : { codeOf: () => code });

describe("facts of a mesh", () => {
  const withSecrets = (secret: (index: number) => string): MeshSpec =>
    sampleMesh({
      pulsar: {
        east: {
          adminUrl: "http://127.0.0.1:8080",
          serviceUrl: "pulsar://127.0.0.1:6650",
          auth: { token: secret(0) },
          instanceAuth: { plugin: "com.acme.Auth", params: secret(1) },
          tls: { trustCerts: secret(2) },
        },
      },
      kubernetes: { east: { kubeconfig: secret(3) } },
      functions: {
        f: javaFunction({
          secrets: { password: secret(4) },
          image: secret(5),
          config: { nested: { key: secret(6) }, [`a`]: [secret(7)] },
          pod: { env: [{ name: "A", value: `x${secret(8)}` }] },
          input: { topics: [secret(9)] },
          instanceAuth: { token: secret(10) },
        }),
      },
    });

  it("do not depend on any secret, nor on how many there are", () => {
    const some = facts(withSecrets((index) => placeholder("secret", index)));
    const others = facts(withSecrets((index) => placeholder("secret", index + 40)));
    assert.deepEqual(some, others);
    assert.doesNotMatch(JSON.stringify(some), /\\u0001/);
  });

  it("keep not even a hash of what must be secret and was not marked so", () => {
    const stated = (text: string): MeshSpec =>
      sampleMesh({
        kubernetes: { east: { kubeconfig: text } },
        functions: { f: javaFunction({ secrets: { a: text }, instanceAuth: { token: text } }) },
      });
    assert.deepEqual(facts(stated("one")), facts(stated("two")));
  });

  it("show no value of a configuration, and no address with a credential", () => {
    const spec = sampleMesh({
      functions: { f: javaFunction({ config: { limit: 4711, name: "planted" }, image: "http://user:planted@host/i" }) },
    });
    assert.doesNotMatch(JSON.stringify(facts(spec)), /4711|planted/);
  });

  it("tell another code", () => {
    const spec = sampleMesh({ functions: { f: javaFunction() } });
    assert.notDeepEqual(facts(spec, "a"), facts(spec, "b"));
  });

  it("leave what is not known yet to whoever applies it", () => {
    const unknown = placeholder("unknown", 7);
    const [member] = facts(sampleMesh({ functions: { f: javaFunction({ image: unknown }) } })).members;
    assert.equal(member?.fields["image"], unknown);
  });

  it("are known by their format", () => {
    assert.equal(isMeshFacts(facts(sampleMesh())), true);
    for (const other of [undefined, null, {}, { format: 0 }, "facts"]) assert.equal(isMeshFacts(other), false);
  });
});
