import { cp } from "node:fs/promises";
import { join } from "node:path";
import { obtainOnce } from "../obtain/cache";
import { runLogged } from "../obtain/child";
import { digestOfSources } from "../obtain/digest";
import { obtainPythonProgramEnvironment } from "../obtain/python";
import { root } from "./root";

/** Installs the SDK for Python as a user would (`pip install sdk/python`), and returns the directory for PYTHONPATH. */
export async function buildPythonSdk(): Promise<string> {
  const sources = join(root, "sdk", "python", "pulumi_function_mesh");
  const { bin } = await obtainPythonProgramEnvironment();
  const entry = { name: "sdk-python", version: "dev", key: await digestOfSources(sources) };
  return obtainOnce(entry, async (directory) => {
    // pip builds inside the source directory, which is not ours to litter.
    const copy = join(directory, "source");
    await cp(join(root, "sdk", "python"), copy, { recursive: true });
    const install = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--no-deps"];
    await runLogged({
      command: join(bin, "python3"),
      args: [...install, "--target", directory, copy],
      log: "sdk-python",
    });
  });
}
