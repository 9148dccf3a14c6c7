import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { obtainPulsar } from "../../tools/obtain/pulsar";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { type IdentityProvider, startIdentityProvider } from "./harness/identity-provider";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";
import { uploadPackage } from "./harness/packages";
import { prepareNamespace } from "./harness/prepare-namespace";

/**
 * Pulumi, a downloader, and instances in Java and Python get their tokens from an identity provider; none lasts for long.
 * Counts as 5 tests.
 */
describe("OAuth2", () => {
  let surroundings: Environment;
  let identityProvider: IdentityProvider;
  let stack: Stack;
  let jarLocation: string;
  const kubernetesNamespace = "oauth2";
  const topic = (name: string): string => `persistent://oauth2/messages/${name}`;

  before(async () => {
    surroundings = await environment("token");
    const clients = ["admin", "member"];
    identityProvider = await startIdentityProvider(surroundings, { clients, tokenSeconds: 20 });
    const { broker } = surroundings;
    await prepareNamespace(broker, "oauth2", { member: ["produce", "consume", "packages"] });
    const jar = await readFile(join((await obtainPulsar()).home, "examples/api-examples.jar"));
    jarLocation = await uploadPackage(broker, "oauth2/messages/exclaim/1", jar);
    const files = { "ask.py": code, "Pulumi.yaml": program() };
    stack = await Stack.create({ language: "yaml", attach: true, files });
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await identityProvider.stop();
    assert.equal(result.code, 0, result.output);
  });

  it("lets Pulumi, a downloader and instances of both languages in", async () => {
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    assert.deepEqual(await answersTo("early"), ["early?!"]);
    assert.ok((await identityProvider.issued("admin")) >= 1);
    assert.ok((await identityProvider.issued("member")) >= 3);
  });

  it("renews tokens that are not good any more, without a restart", async () => {
    const before = await pods();
    const issued = await identityProvider.issued("member");
    const deadline = Date.now() + 100_000;
    while ((await identityProvider.issued("member")) < issued + 2 && Date.now() < deadline) await delay(200);
    assert.ok((await identityProvider.issued("member")) >= issued + 2, "nobody asked for a new token");
    assert.deepEqual(await answersTo("late"), ["late?!"]);
    assert.equal(await pods(), before);
  });

  it("leaves no client secret in clear in the state, the process list or objects", async () => {
    const { text } = await stack.state();
    const processes = (await promisify(execFile)("ps", ["-eo", "args", "-ww"], { maxBuffer: 64 << 20 })).stdout;
    const kinds = "configmaps,statefulsets,pods,events";
    const objects = await surroundings.cluster.kubectl("-n", kubernetesNamespace, "get", kinds, "-o", "yaml");
    for (const [where, content] of Object.entries({ text, processes, objects, log: stack.providerLog() })) {
      for (const client of ["admin", "member"]) {
        assert.ok(!content.includes(identityProvider.secret(client)), `${where} shows the secret of ${client}`);
      }
    }
  });

  async function answersTo(text: string): Promise<readonly string[]> {
    await send(surroundings.broker, topic("in"), [text]);
    return receive(surroundings.broker, topic("out"), { count: 1, seconds: 120 });
  }

  /** Which pods there are, and how often their containers were started. */
  const pods = (): Promise<string> =>
    surroundings.cluster.kubectl(
      ...["-n", kubernetesNamespace, "get", "pods", "-o"],
      "jsonpath={range .items[*]}{.metadata.uid} {.status.containerStatuses[*].restartCount}{end}",
    );

  function program(): object {
    const oauth2 = (client: string): object => {
      const { credentials, ...parameters } = identityProvider.oauth2(client);
      return { oauth2: { ...parameters, credentials: { "fn::secret": credentials } } };
    };
    return meshProgram(surroundings, {
      kubernetesNamespace,
      tenant: "oauth2",
      pulsar: { auth: oauth2("admin"), instanceAuth: oauth2("member") },
      defaults: { rollout: { timeoutSeconds: 240 } },
      functions: {
        ask: {
          python: { code: { "fn::fileAsset": "./ask.py" } },
          className: "ask.Ask",
          input: { topics: ["in"] },
          output: { topic: "asked" },
        },
        exclaim: {
          java: { jar: "code/exclaim.jar", jarLocation },
          className: "org.apache.pulsar.functions.api.examples.ExclamationFunction",
          input: { topics: ["asked"] },
          output: { topic: "out" },
        },
      },
      topics: { in: {}, out: { terminal: true } },
    });
  }
});

const code = `from pulsar import Function


class Ask(Function):
    def process(self, input, context):
        return input + "?"
`;
