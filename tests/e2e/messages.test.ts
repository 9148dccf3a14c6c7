import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Environment } from "../../tools/quickstart/environment";
import { admin } from "../engine/harness/admin";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { exclamation, meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** Messages, settings and secrets reach real instances, with a broker that asks everybody for a token. Counts as 5 tests. */
describe("messages through a mesh", () => {
  let surroundings: Environment;
  let stack: Stack;
  const kubernetesNamespace = "messages";
  const topic = (name: string): string => `persistent://messages/messages/${name}`;

  before(async () => {
    surroundings = await environment("token");
    stack = await Stack.create({
      language: "yaml",
      attach: true,
      files: { "tell.py": code, "Pulumi.yaml": program({ replicas: 0 }) },
    });
  });
  after(async () => {
    await stack.remove();
  });

  it("are all processed when they were sent before the members ever ran", async () => {
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    for (const role of ["member", "other"]) await allow(role);
    const texts = Array.from({ length: 50 }, (_, index) => `early ${index}`);
    await send(surroundings.broker, topic("in"), texts);

    stack.write({ "Pulumi.yaml": program({ replicas: 1 }) });
    const started = await stack.up();
    assert.equal(started.code, 0, started.output);
    const received = await receive(surroundings.broker, topic("out"), { count: 50 });
    assert.deepEqual(
      [...received].sort(),
      texts.map((text) => `${text} ${JSON.stringify(awkward)} planted-secret-value!`).sort(),
    );
  });

  it("pass while the members' credential is exchanged, without a restart", async () => {
    const before = await podUids();
    stack.write({ "Pulumi.yaml": program({ replicas: 1, subject: "other" }) });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.notEqual(tokenOf("other"), tokenOf("member"));
    assert.match(result.output, /mesh-tell-credentials/);
    assert.equal(await podUids(), before);
    await send(surroundings.broker, topic("in"), ["late"]);
    assert.equal((await receive(surroundings.broker, topic("out"), { count: 1 })).length, 1);
  });

  it("leave no secret in clear in the state, the process list, arguments or ConfigMaps", async () => {
    const { text } = await stack.state();
    const processes = (await promisify(execFile)("ps", ["-eo", "args", "-ww"], { maxBuffer: 64 << 20 })).stdout;
    const { cluster, broker } = surroundings;
    const objects = await cluster.kubectl(
      "-n",
      kubernetesNamespace,
      "get",
      "configmaps,statefulsets,pods,services,events",
      "-o",
      "yaml",
    );
    for (const [where, content] of Object.entries({ text, processes, objects, log: stack.providerLog() })) {
      for (const secret of ["planted-secret-value", broker.adminToken ?? "", tokenOf("other"), tokenOf("member")]) {
        assert.ok(!content.includes(secret), `${where} shows a secret`);
      }
    }
  });

  it("are gone with everything else after destroy", async () => {
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    const namespaces = await surroundings.cluster.kubectl("get", "namespaces", "-o", "name");
    assert.ok(
      !namespaces.split("\n").includes(`namespace/${kubernetesNamespace}`),
      "the owned Kubernetes namespace is deleted",
    );
  });

  /** The members' roles may use the topics of the namespace, and nothing else. */
  async function allow(role: string): Promise<void> {
    const { adminUrl, adminToken } = surroundings.broker;
    const { status } = await admin(adminUrl, `/namespaces/messages/messages/permissions/${role}`, {
      method: "POST",
      body: ["produce", "consume"],
      ...(adminToken === undefined ? {} : { token: adminToken }),
    });
    assert.equal(status, 204);
  }

  const podUids = (): Promise<string> =>
    surroundings.cluster.kubectl("-n", kubernetesNamespace, "get", "pods", "-o", "jsonpath={.items[*].metadata.uid}");

  const tokens = new Map<string, string>();
  function tokenOf(subject: string): string {
    const token = tokens.get(subject) ?? surroundings.broker.token(subject);
    tokens.set(subject, token);
    return token;
  }

  function program({ replicas, subject = "member" }: { readonly replicas: number; readonly subject?: string }): object {
    return meshProgram(surroundings, {
      kubernetesNamespace,
      tenant: "messages",
      pulsar: {
        auth: { token: { "fn::secret": surroundings.broker.adminToken } },
        instanceAuth: { token: { "fn::secret": tokenOf(subject) } },
        webServiceUrl: surroundings.broker.adminUrl,
      },
      functions: {
        tell: {
          className: "tell.Tell",
          python: { code: { "fn::fileAsset": "./tell.py" } },
          input: { topics: ["in"] },
          output: { topic: "middle" },
          config: { awkward: awkward.replaceAll("${", () => "$${") }, // as YAML programs write it
          secrets: { password: { "fn::secret": "planted-secret-value" } },
          replicas,
        },
        exclaim: { ...exclamation, input: { topics: ["middle"] }, output: { topic: "out" }, replicas },
      },
      topics: { in: {}, out: { terminal: true } },
    });
  }
});

/** Nothing between the program and the instance may change a text. */
const awkward = 'it\'s "quoted" $HOME $(HOME) ${HOME} `date` \\ back\nnew line Zürich ✓';

const code = `import json

from pulsar import Function


class Tell(Function):
    def process(self, input, context):
        awkward = json.dumps(context.get_user_config_value("awkward"), ensure_ascii=False)
        return f"{input} {awkward} {context.get_secret('password')}"
`;
