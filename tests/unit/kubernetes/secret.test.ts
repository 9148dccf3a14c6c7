import assert from "node:assert/strict";
import { placeholder } from "../../../provider/model/unknown";
import { objectsOf, placesOf } from "../rendered-objects";
import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../sample-mesh";

const secret = (index: number): string => placeholder("secret", index);

/** Every way of giving a member a secret, in both runtimes and all kinds. */
const spec = sampleMesh({
  pulsar: {
    east: {
      adminUrl: "https://admin",
      serviceUrl: "pulsar+ssl://broker:6651",
      auth: { token: secret(1) },
      instanceAuth: { token: secret(2) },
      instanceTls: { trustCerts: secret(3) },
    },
  },
  sources: { s: source({ secrets: { pw: secret(4) } }) },
  functions: {
    a: javaFunction({ instanceAuth: { oauth2: { issuerUrl: "https://issuer", credentials: secret(5) } } }),
    b: pythonFunction({
      instanceAuth: { tls: { cert: secret(6), key: secret(7) } },
      secrets: { one: secret(8), two: secret(9) },
    }),
    c: pythonFunction({ instanceAuth: { plugin: "P", params: secret(10) } }),
  },
  sinks: { k: sink({ instanceAuth: { plugin: "P", params: secret(11) } }) },
});

describe("secret", () => {
  for (const target of placesOf(spec)) {
    it(`keeps the secrets of ${target.member.key} in Secrets`, () => {
      const { secrets, credentials, ...others } = objectsOf(target);
      assert.ok(!JSON.stringify(others).includes("secret:"), "a secret outside of a Secret");
      for (const object of [secrets, credentials]) {
        const { stringData, ...rest } = { stringData: {}, ...object };
        assert.ok(!JSON.stringify(rest).includes("secret:"), "a secret beside the data");
        assert.ok(object === undefined || Object.keys(stringData).length > 0);
      }
    });
  }

  it("names credentials after the member and lets them change, and leaves secrets to be named by content", () => {
    const [target] = placesOf(spec).filter(({ member }) => member.key === "b");
    assert.ok(target !== undefined);
    const { secrets, credentials } = objectsOf(target);
    assert.deepEqual({ name: undefined, immutable: false, ...credentials, metadata: undefined }.immutable, false);
    assert.match(JSON.stringify(credentials), /"name":"mesh-b-credentials"/);
    assert.match(JSON.stringify(secrets), /"immutable":true/);
    assert.doesNotMatch(JSON.stringify(secrets), /"metadata":\{"name"/);
  });

  it("changes nothing in the pod template but what refers to it when a credential changes", () => {
    const template = (token: string) => {
      const pulsar = { east: { adminUrl: "https://a", serviceUrl: "pulsar+ssl://b:1", instanceAuth: { token } } };
      return placesOf(sampleMesh({ pulsar, functions: { f: javaFunction() } })).map(
        (target) => objectsOf(target)["statefulSet"],
      );
    };
    assert.deepEqual(template(secret(1)), template(secret(2)));
  });
});
