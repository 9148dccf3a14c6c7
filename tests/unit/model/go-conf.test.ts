import assert from "node:assert/strict";
import fc from "fast-check";
import type { FunctionSpec } from "../../../provider/model/function";
import { goConf } from "../../../provider/model/go-conf";
import { literalArgument, variableArgument } from "../../../provider/model/literal-argument";
import type { MemberPlan } from "../../../provider/model/plan";
import type { PulsarAccess } from "../../../provider/model/pulsar-access";
import { expanded } from "../expanded-argument";
import { fromManifest, onlyMember } from "../planned-member";

const go = (parts: Partial<FunctionSpec> = {}): MemberPlan =>
  onlyMember({
    functions: {
      f: { golang: { go: "/f" }, image: "f", input: { topics: ["in"] }, output: { topic: "out" }, ...parts },
    },
  });

const access: PulsarAccess = {
  clusterName: "east",
  serviceUrl: "pulsar://broker:6650",
  env: [],
  envFrom: [],
  volumes: [],
  mounts: [],
};
const argument = (text: string) => ({ kind: "argument", text }) as const;

/** What the program reads, with the variables that its pod has. */
function told(
  member: MemberPlan,
  reached: PulsarAccess = access,
  variables: Readonly<Record<string, string>> = {},
): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(expanded(goConf(member, reached), { SHARD_ID: "3", ...variables }));
  return { ...Object(value) };
}

const rows: readonly {
  readonly member: MemberPlan;
  readonly access?: Partial<PulsarAccess>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly want: Readonly<Record<string, unknown>>;
}[] = [
  { member: go(), want: { instanceID: 3, funcID: "f-3", funcVersion: "0", maxBufTuples: 100, runtime: 3 } },
  { member: go(), want: { port: 9093, metricsPort: 9094, expectedHealthCheckInterval: -1, killAfterIdleMs: 0 } },
  {
    member: go({ tenant: "acme", namespace: "retail", name: "e" }),
    want: { tenant: "acme", nameSpace: "retail", name: "e" },
  },
  { member: go(), want: { clusterName: "east", pulsarServiceURL: "pulsar://broker:6650" } },
  {
    member: go(),
    access: { serviceUrl: variableArgument("brokerServiceURL") },
    variables: { brokerServiceURL: "pulsar+ssl://b:6651" },
    want: { pulsarServiceURL: "pulsar+ssl://b:6651" },
  },
  { member: go({ logTopic: "log" }), want: { logTopic: "persistent://public/default/log" } },
  { member: go({ logTopic: "log", logTopicAgent: "sidecar" }), want: { logTopic: "" } },
  { member: go(), want: { processingGuarantees: 0, autoAck: true, parallelism: 1 } },
  { member: go({ processingGuarantee: "atmost_once" }), want: { processingGuarantees: 1, autoAck: true } },
  { member: go({ processingGuarantee: "manual" }), want: { processingGuarantees: 3, autoAck: false } },
  { member: go({ replicas: 3, showPreciseParallelism: true }), want: { parallelism: 3 } },
  { member: go(), want: { subscriptionType: 0, subscriptionPosition: 1, subscriptionName: "public/default/f" } },
  { member: go({ retainOrdering: true }), want: { subscriptionType: 1 } },
  {
    member: go({ retainKeyOrdering: true, subscriptionPosition: "latest" }),
    want: { subscriptionType: 2, subscriptionPosition: 0 },
  },
  { member: fromManifest(go()), want: { subscriptionName: "", sourceInputSpecs: { in: "{}" }, sinkSpecsTopic: "out" } },
  { member: go({ cleanupSubscription: true, timeout: 9 }), want: { cleanupSubscription: false, timeoutMs: 9 } },
  { member: fromManifest(go({ cleanupSubscription: true })), want: { cleanupSubscription: true } },
  {
    member: go({ maxMessageRetry: 2, deadLetterTopic: "dead" }),
    want: { maxMessageRetries: 2, deadLetterTopic: "persistent://public/default/dead" },
  },
  { member: go({ secrets: { a: "" } }), want: { secretsMap: '{"a":{"key":"a","path":"a"}}' } },
  { member: go({ config: { a: 1 } }), want: { userConfig: '{"a":1}' } },
  { member: go({ output: { topic: "out", sinkSchemaType: "avro" } }), want: { sinkSchemaType: "avro" } },
  {
    member: fromManifest(go({ resources: { requests: { cpu: "250m", memory: "1Ki", storage: "2" } } })),
    want: { cpu: 0.25, ram: 1024, disk: 2 },
  },
  {
    member: go({ input: { topics: ["a", "b"], topicPattern: "c.*" } }),
    want: {
      sourceInputSpecs: {
        "persistent://public/default/a": "{}",
        "persistent://public/default/b": "{}",
        "persistent://public/default/c.*": '{"isRegexPattern":true}',
      },
      sourceSpecsTopic: "persistent://public/default/a",
      isRegexPatternSubscription: false,
    },
  },
  {
    member: go({ input: { topicPattern: "c.*" } }),
    want: { sourceSpecsTopic: "persistent://public/default/c.*", isRegexPatternSubscription: true },
  },
  {
    member: go({
      input: {
        sourceSpecs: { a: { cryptoConfig: { cryptoKeyReaderClassName: "K", producerCryptoFailureAction: "SEND" } } },
      },
    }),
    want: {
      sourceInputSpecs: {
        "persistent://public/default/a":
          '{"cryptoSpec":{"cryptoKeyReaderClassName":"K","producerCryptoFailureAction":10}}',
      },
    },
  },
  {
    member: go(),
    access: { auth: { plugin: "P", params: argument(literalArgument('{"a":"$(b)"}')) } },
    want: { clientAuthenticationPlugin: "P", clientAuthenticationParameters: '{"a":"$(b)"}' },
  },
  {
    member: go(),
    access: { auth: { plugin: variableArgument("plugin"), params: argument(variableArgument("params")) } },
    variables: { plugin: "P", params: "token:x" },
    want: { clientAuthenticationPlugin: "P", clientAuthenticationParameters: "token:x" },
  },
  {
    member: go(),
    access: { tls: { allowInsecure: "false", verifyHostname: variableArgument("verify"), trustCertsPath: "/ca.crt" } },
    variables: { verify: "true" },
    want: {
      tlsAllowInsecureConnection: false,
      tlsHostnameVerificationEnable: true,
      tlsTrustCertsFilePath: "/ca.crt",
    },
  },
];

describe("go-conf", () => {
  for (const { member, access: parts, variables, want } of rows) {
    it(`tells ${JSON.stringify(want)}`, () => {
      const conf = told(member, { ...access, ...parts }, variables);
      assert.deepEqual(Object.fromEntries(Object.keys(want).map((key) => [key, conf[key]])), want);
    });
  }

  it("says nothing of a credential or of TLS where there is none", () => {
    const conf = told(go());
    assert.deepEqual(
      Object.keys(conf).filter((key) => /auth|tls/i.test(key)),
      [],
    );
  });

  it("hands settings over unchanged, whatever they hold", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."'\"`$(){}\\\n üß🚀") }),
      fc.constant("$(SHARD_ID)"),
    );
    fc.assert(
      fc.property(fc.dictionary(text, text), text, (config, params) => {
        const auth = { plugin: "P", params: argument(literalArgument(params)) };
        const conf = told(go({ config }), { ...access, auth });
        assert.deepEqual(JSON.parse(String(conf["userConfig"])), JSON.parse(JSON.stringify(config)));
        assert.equal(conf["clientAuthenticationParameters"], params);
      }),
    );
  });
});
