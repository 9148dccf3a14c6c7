import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { obtainPulsar } from "../../../tools/obtain/pulsar";
import type { Environment } from "../../../tools/quickstart/environment";

const run = promisify(execFile);

/** What a member needs to find the jar of {@link provideJavaCode}. */
export const javaCode = {
  jar: "/code/code.jar",
  mounts: {
    pod: { volumes: [{ name: "code", configMap: { name: "code" } }] },
    volumeMounts: [{ name: "code", mountPath: "/code", readOnly: true }],
  },
} as const;

/** Makes the Kubernetes namespace with a jar of these Java classes, by name, compiled against Pulsar's API. */
export async function provideJavaCode(
  { cluster, directory }: Environment,
  kubernetesNamespace: string,
  sources: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = join(directory, `java-${kubernetesNamespace}`);
  await mkdir(join(folder, "classes"), { recursive: true });
  const files = Object.keys(sources).map((name) => join(folder, `${name}.java`));
  await Promise.all(Object.values(sources).map((text, index) => writeFile(files[index] ?? "", text)));
  const jar = join(folder, "code.jar");
  await run("javac", ["--release", "17", "-cp", await pulsarApi(), "-d", join(folder, "classes"), ...files]);
  await run("jar", ["--create", "--file", jar, "-C", join(folder, "classes"), "."]);
  await cluster.kubectl("create", "namespace", kubernetesNamespace);
  await cluster.kubectl("-n", kubernetesNamespace, "create", "configmap", "code", `--from-file=code.jar=${jar}`);
}

/** The jars that classes of users are compiled against. */
async function pulsarApi(): Promise<string> {
  const { home } = await obtainPulsar();
  const jars = await readdir(join(home, "lib"));
  return jars
    .filter((jar) => /^org\.apache\.pulsar-pulsar-(functions-api|io-core)-/.test(jar))
    .map((jar) => join(home, "lib", jar))
    .join(":");
}
