import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { javaCode, provideJavaCode } from "./harness/java-code";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/** Nothing between the program and the instance may change a text: no shell, no template, no expansion, no encoding. */
const awkward = `it's "quoted" $HOME $(HOME) \${HOME} $$ \`date\` $(date) \\n \\ %s {{x}} @a #b\n\tnew line Zürich ✓ 日本 🚀 `;

/** Without what Pulsar has no room for in a name. */
const awkwardName = `it's-"$NAME"-$(HOME)-\`x\`-ü✓\\`;

/** Real instances tell what they were given. */
describe("awkward texts", () => {
  let surroundings: Environment;
  let stack: Stack;
  const name = "quoting";
  const topic = (local: string): string => `persistent://${name}/messages/${local}`;

  before(async () => {
    surroundings = await environment();
    await provideJavaCode(surroundings, name, { Echo: javaSource });
    const files = { "echo.py": pythonSource, "Pulumi.yaml": program() };
    stack = await Stack.create({ language: "yaml", attach: true, files });
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await surroundings.cluster.kubectl("delete", "namespace", name);
    assert.equal(result.code, 0, result.output);
  });

  for (const language of ["java", "python"] as const) {
    it(`reach an instance in ${language} as they are`, async () => {
      const option = language === "java" ? { option: awkward } : {};
      assert.deepEqual(await toldBy(language), {
        ...details(language),
        secret: awkward,
        variable: withoutReferences,
        ...option,
      });
    });
  }

  it("reach an instance in Java as they are where its image has no locale for them", async () => {
    // Without variables and options, which only an image's locale helps.
    const told = Object.entries(await toldBy("locale")).filter(([key]) => key in details("locale"));
    assert.deepEqual(Object.fromEntries(told), details("locale"));
  });

  it("are what Kubernetes has already, as a second update sees", async () => {
    const again = await stack.up("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  async function toldBy(member: string): Promise<Readonly<Record<string, string>>> {
    await send(surroundings.broker, topic(`${awkwardName}-${member}`), [awkward]);
    const [told = ""] = await receive(surroundings.broker, topic(`${awkwardName}-told-${member}`), { count: 1 });
    return decoded(told);
  }

  /** What all are told. */
  const details = (member: string): Readonly<Record<string, string>> => ({
    input: awkward,
    config: awkward,
    [`key ${awkward}`]: "value",
    name: `${awkwardName}-${member}`,
    topic: topic(`${awkwardName}-${member}`),
    output: topic(`${awkwardName}-told-${member}`),
  });

  const program = (): object =>
    meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      kubernetes: { createNamespace: false },
      functions: {
        "echo-java": {
          ...shared("java"),
          className: "example.Echo$Told",
          java: { jar: `/code/${awkwardDirectory}/code.jar`, javaOpts: [`-Doption=${inYaml(awkward)}`] },
          pod: { ...javaCode.mounts.pod, env: variables },
          volumeMounts: [{ ...javaCode.mounts.volumeMounts[0], mountPath: `/code/${awkwardDirectory}` }],
        },
        "echo-locale": {
          ...shared("locale"),
          className: "example.Echo$Told",
          java: { jar: javaCode.jar },
          pod: { ...javaCode.mounts.pod, env: [{ name: "LC_ALL", value: "POSIX" }] },
          volumeMounts: javaCode.mounts.volumeMounts,
        },
        "echo-python": {
          ...shared("python"),
          className: "echo.Größe",
          python: { code: { "fn::fileAsset": "./echo.py" } },
          pod: { env: variables },
        },
      },
    });

  const shared = (member: string): object => ({
    name: inYaml(`${awkwardName}-${member}`),
    subscriptionName: inYaml(`${awkwardDirectory} ${member}`),
    input: { topics: [inYaml(`${awkwardName}-${member}`)] },
    output: { topic: inYaml(`${awkwardName}-told-${member}`) },
    config: { config: inYaml(awkward), [inYaml(`key ${awkward}`)]: "value" },
    secrets: { secret: { "fn::secret": inYaml(awkward) } },
  });
});

/** In variables of the user's own `$(NAME)` and `$$` mean what they mean in Kubernetes. */
const withoutReferences = awkward.replaceAll("$", "");
const variables = [{ name: "variable", value: withoutReferences }];
const awkwardDirectory = `it's "$HOME" \`x\` ü`;

/** As programs in YAML write it. */
const inYaml = (text: string): string => text.replaceAll("$", () => "$$");

/** Pairs of names and values, each in base64, so that nothing happens to them on the way back. */
function decoded(told: string): Readonly<Record<string, string>> {
  const text = (base64 = ""): string => Buffer.from(base64, "base64").toString("utf8");
  const pairs = told.split(" ").map((pair) => pair.split(":"));
  return Object.fromEntries(pairs.map(([key, value]) => [text(key), text(value)]));
}

const javaSource = `package example;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pulsar.functions.api.Context;
import org.apache.pulsar.functions.api.Function;

public class Echo {
  public static class Told implements Function<String, String> {
    @Override
    public String process(String input, Context context) {
      Map<String, String> told = new HashMap<>();
      context.getUserConfigMap().forEach((key, value) -> told.put(key, String.valueOf(value)));
      told.put("input", input);
      told.put("name", context.getFunctionName());
      told.put("topic", context.getCurrentRecord().getTopicName().orElse(""));
      told.put("output", context.getOutputTopic());
      told.put("secret", context.getSecret("secret"));
      told.put("variable", System.getenv().getOrDefault("variable", ""));
      told.put("option", System.getProperty("option", ""));
      return told.entrySet().stream()
        .map(each -> base64(each.getKey()) + ":" + base64(each.getValue()))
        .collect(Collectors.joining(" "));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
`;

const pythonSource = `import base64
import os

from pulsar import Function


class Größe(Function):
    def process(self, input, context):
        told = dict(context.get_user_config_map())
        told["input"] = input
        told["name"] = context.get_function_name()
        told["topic"] = context.get_current_message_topic_name()
        told["output"] = context.get_output_topic()
        told["secret"] = context.get_secret("secret")
        told["variable"] = os.environ["variable"]
        return " ".join(encoded(key) + ":" + encoded(value) for key, value in told.items())


def encoded(text):
    return base64.b64encode(text.encode()).decode()
`;
