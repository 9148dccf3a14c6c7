import { obtainKubernetes } from "../obtain/kubernetes";
import { obtainImage } from "../obtain/images";
import { ensureDebianPackages, nodePackages } from "../obtain/debian";
import { obtainPulsar } from "../obtain/pulsar";
import { obtainPulumi } from "../obtain/pulumi";
import { obtainPythonProgramEnvironment } from "../obtain/python";

/** A group of tests that runs on its own. */
export interface Tier {
  readonly name: string;
  /** What it needs to be true to the thing it tests. */
  readonly description: string;
  /** Test files, and folders of them. */
  readonly paths: readonly string[];
  /** How many processes share the files; each starts servers of its own. Tests mostly wait, so two cores carry three. */
  readonly processes: number;
  /** Milliseconds a single test may take. */
  readonly timeout: number;
  /** Obtains what the tests need; fails with Unobtainable where that cannot be had. */
  prepare(): Promise<void>;
}

export const tiers: readonly Tier[] = [
  {
    name: "unit",
    description: "pure rules and rendering; needs no tools",
    paths: ["tests/layers.test.ts", "tests/unit"],
    processes: 1,
    // The largest property takes four seconds on an idle machine.
    timeout: 60_000,
    prepare: async () => undefined,
  },
  {
    name: "tools",
    description: "the tools that obtain and run what the other tiers need",
    paths: ["tests/tools"],
    processes: 1,
    timeout: 180_000,
    prepare: async () => {
      await Promise.all([obtainKubernetes(), obtainPulsar(), prepareNode()]);
    },
  },
  {
    name: "engine",
    description: "the real Pulumi engine, API servers with simulated nodes, and brokers",
    paths: ["tests/engine"],
    processes: 3,
    timeout: 240_000,
    prepare: async () => {
      await Promise.all([obtainBuilt(), obtainPulsar(), obtainPythonProgramEnvironment()]);
    },
  },
  {
    name: "e2e",
    description: "real pods that move real messages",
    paths: ["tests/e2e"],
    processes: 2,
    timeout: 600_000,
    prepare: async () => {
      await Promise.all([obtainBuilt(), obtainPulsar(), prepareNode()]);
    },
  },
];

/** One after the other: each build uses both cores. */
async function obtainBuilt(): Promise<void> {
  await obtainPulumi();
  await obtainKubernetes();
}

async function prepareNode(): Promise<void> {
  await ensureDebianPackages(Object.keys(nodePackages), "everything but tests with a real node runs without them");
  await Promise.all([obtainImage("pause"), obtainImage("java"), obtainImage("python")]);
}
