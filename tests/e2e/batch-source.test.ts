import assert from "node:assert/strict";
import type { Environment } from "../../tools/quickstart/environment";
import { names } from "../engine/harness/admin";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { javaCode, provideJavaCode } from "./harness/java-code";
import { meshProgram } from "./harness/mesh-program";
import { receive } from "./harness/messages";

/** A source that works in batches: one of its instances finds the tasks, both work them off. Counts as 5 tests. */
describe("a batch source", () => {
  let surroundings: Environment;
  let stack: Stack;
  const kubernetesNamespace = "batch";

  before(async () => {
    surroundings = await environment();
    await provideJavaCode(surroundings, kubernetesNamespace, { Numbers: source, Once: triggerer });
    stack = await Stack.create({ language: "yaml", attach: true, files: { "Pulumi.yaml": program({ numbers }) } });
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("discovers tasks when its trigger says so, and writes what each of them gives", async () => {
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
    // One more than there are, so that it would be seen if every instance had discovered them.
    const received = await receive(surroundings.broker, "persistent://batch/messages/out", { count: 7, seconds: 15 });
    const expected = ["1", "2", "3"].flatMap((task) => [`morning: ${task} a`, `morning: ${task} b`]);
    assert.deepEqual([...received].sort(), expected);
    assert.deepEqual(await subscriptionsOfTasks(), ["BatchSourceExecutor-batch/messages/numbers"]);
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("takes the topic of its tasks along when it goes", async () => {
    stack.write({ "Pulumi.yaml": program({}) });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(await topics(), ["persistent://batch/messages/out"]);
  });

  const topics = (): Promise<readonly string[]> => names(surroundings.broker.adminUrl, "/persistent/batch/messages");
  const subscriptionsOfTasks = (): Promise<readonly string[]> =>
    names(surroundings.broker.adminUrl, "/persistent/batch/messages/numbers-intermediate/subscriptions");

  const program = (sources: object): object =>
    meshProgram(surroundings, {
      kubernetesNamespace,
      kubernetes: { createNamespace: false },
      tenant: "batch",
      topics: { out: { terminal: true } },
      sources,
    });
});

const numbers = {
  connector: javaCode.jar,
  className: "Numbers",
  output: { topic: "out" },
  config: { upTo: 3 },
  batchSourceConfig: {
    discoveryTriggererClassName: "Once",
    discoveryTriggererConfig: { event: "morning" },
  },
  replicas: 2,
  ...javaCode.mounts,
};

const source = `import java.util.*;
import java.util.function.Consumer;
import org.apache.pulsar.functions.api.Record;
import org.apache.pulsar.io.core.*;

/** One task per number, two messages per task. */
public class Numbers implements BatchSource<byte[]> {
    private int upTo;
    private Queue<String> left = new ArrayDeque<>();

    public void open(Map<String, Object> config, SourceContext context) {
        upTo = ((Number) config.get("upTo")).intValue();
    }

    public void discover(Consumer<byte[]> tasks) {
        for (int number = 1; number <= upTo; number++) tasks.accept((Once.event + ": " + number).getBytes());
    }

    public void prepare(byte[] task) {
        left.addAll(List.of(new String(task) + " a", new String(task) + " b"));
    }

    public Record<byte[]> readNext() {
        String text = left.poll();
        return text == null ? null : text::getBytes;
    }

    public void close() {}
}
`;

const triggerer = `import java.util.Map;
import java.util.function.Consumer;
import org.apache.pulsar.io.core.*;

/** Triggers once, when it is started. */
public class Once implements BatchSourceTriggerer {
    static String event;

    public void init(Map<String, Object> config, SourceContext context) {
        event = (String) config.get("event");
    }

    public void start(Consumer<String> trigger) {
        trigger.accept(event);
    }

    public void stop() {}
}
`;
