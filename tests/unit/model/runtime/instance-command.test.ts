import assert from "node:assert/strict";
import fc from "fast-check";
import { accessOf } from "../../../../provider/model/access-of-member";
import type { FunctionSpec } from "../../../../provider/model/function";
import type { ManifestOrigin } from "../../../../provider/model/manifest-origin";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { instanceCommand } from "../../../../provider/model/runtime/instance-command";
import { functionDetails } from "../../../../provider/model/function-details";
import { placeholder } from "../../../../provider/model/unknown";
import { expanded } from "../../expanded-argument";
import { placesOf } from "../../rendered-objects";
import { functionOf, javaFunction, pythonFunction, sampleMesh, source } from "../../sample-mesh";

const names = { credentials: "our-credentials", tlsDefaults: "our-defaults" };

function memberOf(parts: Partial<MeshSpec>, origin?: ManifestOrigin) {
  const [target] = placesOf(sampleMesh(parts));
  assert.ok(target !== undefined);
  const member = origin === undefined ? target.member : { ...target.member, origin };
  return { member, access: accessOf({ ...target, member }, names) };
}
const commandOf = (parts: Partial<MeshSpec>, origin?: ManifestOrigin): readonly string[] =>
  instanceCommand({ ...memberOf(parts, origin), objectName: "mesh-f" });
const java = (parts: Partial<FunctionSpec> = {}, origin?: ManifestOrigin) =>
  commandOf({ functions: { f: javaFunction(parts) } }, origin);
const python = (parts: Partial<FunctionSpec> = {}, origin?: ManifestOrigin) =>
  commandOf({ functions: { f: pythonFunction(parts) } }, origin);
const generic = (language: "nodejs" | "python" | "wasm", parts: Partial<FunctionSpec> = {}) =>
  commandOf({
    functions: { f: functionOf({ genericRuntime: { functionFile: "f.js", language }, image: "i", ...parts }) },
  });

const flag = (command: readonly string[], name: string): string | undefined =>
  command.includes(name) ? command[command.indexOf(name) + 1] : undefined;

const origin: ManifestOrigin = {
  componentName: "f",
  clusterName: "kubernetes",
  pulsar: { configMap: "retail-pulsar", authSecret: "retail-auth", tlsSecret: "retail-tls" },
};

describe("instance-command", () => {
  it("has no shell in it", () => {
    for (const command of [java(), python(), generic("nodejs")]) {
      assert.ok(!command.some((word) => /(^|\/)(ba)?sh$/.test(word)), command[0]);
    }
  });

  it("refers to what a manifest refers to", () => {
    for (const command of [java({}, origin), python({}, origin)]) {
      for (const [name, want] of Object.entries({
        "--pulsar_serviceurl": "$(brokerServiceURL)",
        "--cluster_name": "kubernetes",
        "--client_auth_plugin": "$(clientAuthenticationPlugin)",
        "--client_auth_params": "$(clientAuthenticationParameters)",
        "--use_tls": "true",
        "--tls_allow_insecure": "$(tlsAllowInsecureConnection)",
        "--hostname_verification_enabled": "$(tlsHostnameVerificationEnable)",
        "--tls_trust_cert_path": "$(tlsTrustCertsFilePath)",
      })) {
        assert.equal(flag(command, name), want, name);
      }
    }
  });

  it("limits requests that are under way only where that is stated, or the image may be an old one", () => {
    assert.equal(flag(java(), "--pending_async_requests"), undefined);
    assert.equal(flag(java({ maxPendingAsyncRequests: 5 }), "--pending_async_requests"), "5");
    assert.equal(flag(java({}, origin), "--pending_async_requests"), "1000");
    assert.equal(flag(commandOf({ sources: { s: source() } }, origin), "--pending_async_requests"), undefined);
  });

  it("gives each instance a log file of its own in a directory that they may share", () => {
    const fileOf = (command: readonly string[]): string | undefined =>
      command.find((word) => word.startsWith("-Dpulsar.function.log.file="))?.replace(/^.*=/, "");
    const jar = "/pulsar/score.jar";
    assert.equal(fileOf(java({ java: { jar, log: { rotatePolicy: "SizedPolicyWith10MB" } } })), "mesh-f-$(SHARD_ID)");
    const logConfig = { name: "mine", key: "log4j2.xml" };
    assert.equal(fileOf(java({ java: { jar, log: { logConfig } } })), "mesh-f-$(SHARD_ID)");
    assert.equal(fileOf(java({ logTopic: "logs", logTopicAgent: "sidecar" })), "mesh-f-$(SHARD_ID)");
    // Without files there is nothing to tell apart.
    assert.equal(fileOf(java()), "mesh-f");
    // The Python instance adds its ordinal by itself.
    assert.equal(flag(python(), "--logging_file"), "mesh-f");
  });

  it("finds the state store", () => {
    const statefulConfig = { pulsar: { serviceUrl: "bk://b:4181", javaProvider: { className: "com.acme.State" } } };
    assert.equal(flag(java({ statefulConfig }), "--state_storage_serviceurl"), "bk://b:4181");
    assert.equal(flag(java({ statefulConfig }), "--state_storage_impl_class"), "com.acme.State");
    assert.equal(flag(python({ statefulConfig }), "--state_storage_serviceurl"), "bk://b:4181");
    assert.equal(flag(python({ statefulConfig }), "--state_storage_impl_class"), undefined);
  });

  it("names the class that finds secrets, where the language has one", () => {
    const secrets = { pw: "x" };
    assert.match(flag(java({ secrets }), "--secrets_provider") ?? "", /^org\.apache\.pulsar\..*EnvironmentBased/);
    assert.match(flag(python({ secrets }), "--secrets_provider") ?? "", /^secretsprovider\.EnvironmentBased/);
    assert.match(flag(generic("python", { secrets }), "--secrets_provider") ?? "", /^secrets_provider\.Env/);
    assert.match(flag(generic("nodejs", { secrets }), "--secrets_provider") ?? "", /^EnvironmentBased/);
    assert.equal(flag(generic("wasm", { secrets }), "--secrets_provider"), undefined);
    assert.equal(flag(java(), "--secrets_provider"), undefined);
  });

  it("tells Java of connectors in the image by the member's runner, else the defaults'", () => {
    const defaults = { runner: { connectorsDirectory: "/all" } };
    assert.equal(flag(commandOf({ defaults, sources: { s: source() } }), "--connectors_directory"), "/all");
    const own = source({ runner: { connectorsDirectory: "/own" } });
    assert.equal(flag(commandOf({ defaults, sources: { s: own } }), "--connectors_directory"), "/own");
    assert.equal(flag(java(), "--connectors_directory"), undefined);
  });

  it("keeps options as they are, and one that is not known yet as a whole", () => {
    const jar = "/pulsar/score.jar";
    const options = ["-Da=b c", "-Dd=$(X)", `-De='"`];
    const command = java({ java: { jar, javaOpts: options } });
    assert.ok(options.every((option) => command.includes(option.replaceAll("$", "$$$$"))));
    const unknown = placeholder("unknown", 1);
    const given: FunctionSpec = JSON.parse(
      JSON.stringify(javaFunction({ java: { jar } })).replace('"jar"', `"javaOpts":${JSON.stringify(unknown)},"jar"`),
    );
    assert.ok(commandOf({ functions: { f: given } }).includes(unknown));
  });

  it("cuts options of a manifest as the shell there does", () => {
    const jar = "/pulsar/score.jar";
    const javaOpts = ["-Xmx256m -Dfoo=bar", "-Dpod=$POD_NAME", "-Da='b", "c'"];
    const command = java({ java: { jar, javaOpts } }, origin);
    const first = command.indexOf("-Xmx256m");
    assert.deepEqual(command.slice(first, first + 4), ["-Xmx256m", "-Dfoo=bar", "-Dpod=$(POD_NAME)", "-Da=b c"]);
  });

  it("starts a downloaded package from where it was downloaded to", () => {
    const command = java({ java: { jar: "lib/score.jar", jarLocation: "function://a/b/c@1" } });
    assert.equal(flag(command, "--jar"), "/pulsar/lib/score.jar");
    const connector = "source://a/b/c@1";
    assert.equal(flag(commandOf({ sources: { s: source({ connector }) } }), "--jar"), "/pulsar/download/connector.nar");
    const elsewhere = source({ connector, connectorPath: "connectors/c.nar" });
    assert.equal(flag(commandOf({ sources: { s: elsewhere } }), "--jar"), "/pulsar/connectors/c.nar");
  });

  describe("with awkward texts", () => {
    const awkward = fc
      .string({ unit: fc.constantFrom(..."\"'`$(){}\\*#-@%&= \n;|<>ü日🚀", "$(HOME)", "$(FUNCTION_DETAILS)", "$$") })
      .map((text) => `x${text}`);
    const texts = fc.record({
      ...{ clusterName: awkward, serviceUrl: awkward, webServiceUrl: awkward, state: awkward, plugin: awkward },
      ...{ className: awkward, name: awkward, subscription: awkward, config: awkward, file: awkward, secret: awkward },
    });
    type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never;

    /** What an instance is started with: the kubelet has put variables in, and whoever starts it reads flags in pairs. */
    function started(given: Texts, spec: FunctionSpec) {
      const { clusterName, serviceUrl, webServiceUrl, plugin, ...own } = given;
      const function_: FunctionSpec = {
        ...spec,
        ...{ name: own.name, className: own.className, subscriptionName: own.subscription },
        ...{ config: { [own.config]: own.config }, secrets: { [own.secret]: "" } },
        ...{ statefulConfig: { pulsar: { serviceUrl: own.state } }, instanceAuth: { plugin, params: "" } },
      };
      const pulsar = { east: { adminUrl: "http://a", clusterName, serviceUrl, webServiceUrl } };
      const { member, access } = memberOf({ pulsar, functions: { f: function_ } });
      const details = functionDetails(member);
      const variables = { FUNCTION_DETAILS: details, SHARD_ID: "2", CLIENT_AUTH_PARAMS: own.config, HOME: "wrong" };
      const words = instanceCommand({ member, access, objectName: "mesh-f" }).map((word) => expanded(word, variables));
      const read: unknown = JSON.parse(flag(words, "--function_details") ?? "");
      return { words, details: Object(read) };
    }

    function assertShared(given: Texts, { words, details }: ReturnType<typeof started>): void {
      for (const [name, want] of Object.entries({
        "--cluster_name": given.clusterName,
        "--pulsar_serviceurl": given.serviceUrl,
        "--client_auth_plugin": given.plugin,
        "--state_storage_serviceurl": given.state,
        "--instance_id": "2",
      }))
        assert.equal(flag(words, name), want, name);
      assert.equal(details.name, given.name);
      assert.equal(details.className, given.className);
      assert.equal(details.source.subscriptionName, given.subscription);
      assert.deepEqual(JSON.parse(details.userConfig), { [given.config]: given.config });
      assert.deepEqual(Object.keys(JSON.parse(details.secretsMap)), [given.secret]);
    }

    it("hands them to Java as they are", () => {
      fc.assert(
        fc.property(texts, awkward, (given, option) => {
          const own = { javaOpts: [`-D${option}`], entryClass: option, instancePath: `/${option}` };
          const jar = `/${given.file}`;
          const { words, details } = started(given, javaFunction({ java: { jar, ...own, extraDependenciesDir: jar } }));
          assertShared(given, { words, details });
          assert.equal(flag(words, "--jar"), jar);
          assert.equal(flag(words, "--web_serviceurl"), given.webServiceUrl);
          assert.equal(flag(words, "-cp"), `/${option}:${jar}/*`);
          assert.equal(words[words.indexOf(`-D${option}`) + 1], option);
        }),
      );
    });

    it("hands them to Python as they are", () => {
      fc.assert(
        fc.property(texts, (given) => {
          const result = started(given, pythonFunction({ python: { py: `/${given.file}` } }));
          assertShared(given, result);
          assert.equal(flag(result.words, "--py"), `/${given.file}`);
        }),
      );
    });

    it("hands them to generic instance programs as they are", () => {
      fc.assert(
        fc.property(texts, fc.constantFrom("nodejs", "python", "executable", "wasm"), (given, language) => {
          const genericRuntime = { functionFile: `/${given.file}`, language } as const;
          const result = started(given, functionOf({ genericRuntime, image: "i" }));
          assertShared(given, result);
          assert.equal(flag(result.words, "--function_file"), `/${given.file}`);
          assert.equal(flag(result.words, "--client_auth_params"), given.config);
        }),
      );
    });
  });
});
