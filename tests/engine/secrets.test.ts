import assert from "node:assert/strict";
import { imageFunction, kubernetesEntry, project, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** Credentials and secrets from a program to where they are used, and nowhere else on the way. */
describe("secrets of a mesh", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "secrets";
  /** All that was ever planted; tokens of the broker have to be real, so they are made when it runs. */
  const planted: string[] = ["planted-password", "credential-in-clear"];
  /** What commands printed. */
  let printed = "";

  const memberTokens: string[] = [];

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("secure", { auth: "token" })]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    memberTokens.push(broker.token("member"), broker.token("member-two"));
    planted.push(broker.token("admin"), ...memberTokens);
    stack = await Stack.create({ language: "yaml", files: program({}), attach: true });
  });
  after(() => stack.remove());

  it("lead to a mesh that runs with them", async () => {
    const result = await stack.up("--diff");
    printed += result.output;
    assert.equal(result.code, 0, result.output);
  });

  it("do not restart pods when the members' credential is rotated", async () => {
    const before = await podUid();
    stack.write(program({ memberToken: 1 }));
    const named = await changes(stack);
    // The kubernetes plugin 2.0.0 replaces a Secret, later ones update it.
    assert.deepEqual(
      [...new Set(named.map((text) => text.replace(/^\S+ /, "")))],
      ["core/v1:Secret safe-work-credentials"],
    );
    const result = await stack.up("--diff");
    printed += result.output;
    assert.equal(result.code, 0, result.output);
    assert.equal(await podUid(), before);
    assert.ok((await kubectl("get", "secrets", "-o", "yaml")).includes(base64(memberTokens[1])));
  });

  it("change only the provider when the administrator's is rotated", async () => {
    stack.write(program({ memberToken: 1, adminToken: broker.token("other-admin") }));
    assert.deepEqual(await changes(stack), ["update pulumi:providers:function-mesh safe-secure"]);
  });

  it("are named as refused by the broker, not shown", async () => {
    const wrong = `${broker.token("admin").slice(0, -4)}AAAA`;
    planted.push(wrong);
    stack.write(program({ memberToken: 1, adminToken: wrong, topics: { extra: {} } }));
    const result = await stack.up();
    printed += result.output;
    assert.notEqual(result.code, 0);
    assert.match(result.output, /Could not create topic \S+: Pulsar answered 401 .*The credential was not accepted/);
    stack.write(program({ memberToken: 1, topics: { extra: {} } }));
    const mended = await stack.up();
    assert.equal(mended.code, 0, mended.output);
  });

  it("stand in clear in no state, object, output or log", async () => {
    const { text } = await stack.state();
    const kinds = "configmaps,statefulsets,pods,services,controllerrevisions,events";
    const places = {
      "the state": text,
      "an object": await kubectl("get", kinds, "-o", "yaml"),
      "an output": printed,
      "the plugin's log": stack.providerLog(),
    };
    for (const [place, content] of Object.entries(places)) {
      for (const value of planted) {
        assert.ok(!content.includes(value), `${place} shows ${value}`);
        assert.ok(!content.includes(base64(value)), `${place} shows ${value} in base64`);
      }
    }
    assert.ok(!text.includes("client-key-data"), "the state shows the kubeconfig");
  });

  const base64 = (value: string | undefined): string => Buffer.from(value ?? "").toString("base64");
  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);
  const podUid = (): Promise<string> => kubectl("get", "pod", "safe-work-0", "-o", "jsonpath={.metadata.uid}");

  interface ProgramOptions {
    readonly adminToken?: string;
    /** Which of the members' tokens. */
    readonly memberToken?: number;
    readonly topics?: Readonly<Record<string, object>>;
  }

  const program = (options: ProgramOptions) =>
    project("safe", {
      safe: { type: "function-mesh:FunctionMesh", properties: mesh(options) },
      // As a program gives a credential that it has just read from a file.
      unmarked: {
        type: "pulumi:providers:function-mesh",
        properties: {
          adminUrl: broker.adminUrl,
          auth: { token: "credential-in-clear" },
          instanceAuth: { basic: { username: "u", password: "credential-in-clear" } },
        },
      },
    });

  const mesh = ({ adminToken = broker.token("admin"), memberToken = 0, topics = {} }: ProgramOptions) => ({
    pulsar: {
      secure: {
        adminUrl: broker.adminUrl,
        serviceUrl: broker.serviceUrl,
        auth: { token: { "fn::secret": adminToken } },
        instanceAuth: { token: { "fn::secret": memberTokens[memberToken] } },
      },
    },
    kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
    defaults: { tenant: "secrets", namespace: "orders", rollout: simulatedRollout },
    tenants: { secrets: {} },
    namespaces: { "secrets/orders": {} },
    topics,
    functions: {
      work: imageFunction("in", "out", { secrets: { password: { "fn::secret": "planted-password" } } }),
    },
  });
});
