import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { pythonInterpreter } from "../../tools/obtain/python";
import type { Environment } from "../../tools/quickstart/environment";
import { Stack } from "../engine/harness/stack";
import { environment } from "./harness/environment";
import { meshProgram } from "./harness/mesh-program";
import { receive, send } from "./harness/messages";

/**
 * An archive where nobody may write, a volume of the user's at /tmp, a container that is root, variables of the mesh's own names
 * beside the instance, and log files in one directory: in real pods.
 */
describe("pods with volumes and containers of the user's", () => {
  let surroundings: Environment;
  let stack: Stack;
  const name = "pods";
  const topic = (local: string): string => `persistent://${name}/messages/${local}`;

  before(async () => {
    surroundings = await environment();
    await provideArchive();
    stack = await Stack.create({ language: "yaml", attach: true, files: { "Pulumi.yaml": program() } });
    const deployed = await stack.up();
    assert.equal(deployed.code, 0, deployed.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    await surroundings.cluster.kubectl("delete", "namespace", name);
    assert.equal(result.code, 0, result.output);
  });

  it("unpack an archive that lies where nothing can be written", async () => {
    await send(surroundings.broker, topic("in"), ["hello"]);
    assert.deepEqual(await receive(surroundings.broker, topic("out"), { count: 1 }), ["hello, zipped"]);
  });

  it("write to the user's volume", async () => {
    const isMemory = "print([line.split()[2] for line in open('/proc/mounts') if line.split()[1] == '/tmp'])";
    assert.equal((await python("mesh-zipped-0", isMemory)).trim(), "['tmpfs']");
  });

  it("log into a file for each instance", async () => {
    for (const ordinal of [0, 1]) {
      const listed = await python(`mesh-zipped-${ordinal}`, "import os; print(os.listdir('/pulsar/logs/functions'))");
      assert.equal(listed.trim(), `['mesh-zipped-${ordinal}.log']`);
    }
  });

  it("have a root container beside an instance that is not", async () => {
    assert.equal((await kubectl("logs", "mesh-zipped-0", "-c", "root")).trim(), "0 9");
    assert.equal((await python("mesh-zipped-0", "import os; print(os.getuid())")).trim(), "10001");
  });

  const kubectl = (...args: readonly string[]): Promise<string> => surroundings.cluster.kubectl("-n", name, ...args);

  const python = (pod: string, text: string): Promise<string> =>
    kubectl("exec", pod, "-c", "pulsar-function", "--", "python3", "-c", text);

  /** A zip file as the Python instance expects it, in a ConfigMap, whose volumes nobody can write to. */
  async function provideArchive(): Promise<void> {
    const folder = join(surroundings.directory, name);
    await mkdir(folder, { recursive: true });
    const file = join(folder, "zipped.zip");
    await promisify(execFile)(pythonInterpreter("the tests need it"), ["-c", pack, file, source]);
    await surroundings.cluster.kubectl("create", "namespace", name);
    await kubectl("create", "configmap", "code", `--from-file=zipped.zip=${file}`);
  }

  const program = (): object =>
    meshProgram(surroundings, {
      kubernetesNamespace: name,
      tenant: name,
      kubernetes: { createNamespace: false },
      functions: {
        zipped: {
          python: { py: "/code/zipped.zip", log: { rotatePolicy: "SizedPolicyWith10MB" } },
          className: "zipped.Zipped",
          input: { topics: ["in"] },
          output: { topic: "out" },
          replicas: 2,
          volumeMounts: [
            { name: "code", mountPath: "/code", readOnly: true },
            { name: "scratch", mountPath: "/tmp" },
          ],
          pod: {
            minAvailable: 1,
            volumes: [
              { name: "code", configMap: { name: "code" } },
              { name: "scratch", emptyDir: { medium: "Memory" } },
            ],
            sidecars: [
              {
                name: "root",
                image: surroundings.images.python.name,
                command: ["python3", "-u", "-c", tell],
                env: [{ name: "SHARD_ID", value: "9" }],
                securityContext: { runAsUser: 0, runAsNonRoot: false },
              },
            ],
          },
        },
      },
    });
});

const tell = "import os, time; print(os.getuid(), os.environ['SHARD_ID']); time.sleep(86400)";

const pack = "import sys, zipfile; zipfile.ZipFile(sys.argv[1], 'w').writestr('zipped/src/zipped.py', sys.argv[2])";

const source = `from pulsar import Function


class Zipped(Function):
    def process(self, input, context):
        return f"{input}, zipped"
`;
