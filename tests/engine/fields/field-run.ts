import assert from "node:assert/strict";
import { type PreviewStep, Stack } from "../harness/stack";
import { type Look, lookAtMembers, ownerOf } from "./look";
import { leaveSurroundings, type Surroundings } from "./surroundings";

/** A subject of which one field changes. `own` begins all that it is called by, or is a part of it. */
export interface FieldCase {
  readonly own: string;
  readonly field: string;
  readonly predicted: string | undefined;
}

type Choice = (one: FieldCase) => boolean;

export interface FieldProgram {
  readonly surroundings: Surroundings;
  /** All that names are told apart by. */
  readonly owns: ReadonlySet<string>;
  /** The program in which the chosen ones have the other value of their field. */
  readonly files: (isChanged: Choice) => Readonly<Record<string, object>>;
}

/** A state of a thousand resources is written at the end, and not a thousand times. */
const env = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

/** A stack of many that have one field to be changed. */
export class FieldRun {
  private constructor(
    private readonly program: FieldProgram,
    private readonly stack: Stack,
  ) {}

  static async start(program: FieldProgram): Promise<FieldRun> {
    const files = program.files(() => false);
    return new FieldRun(program, await Stack.create({ language: "yaml", files, attach: true, env }));
  }

  async update(isChanged: Choice): Promise<void> {
    this.stack.write(this.program.files(isChanged));
    const result = await this.stack.up("--parallel", "64");
    assert.equal(result.code, 0, result.output);
  }

  /** What an update would change. */
  async preview(isChanged: Choice): Promise<readonly PreviewStep[]> {
    this.stack.write(this.program.files(isChanged));
    const steps = await this.stack.steps("--parallel", "64");
    return steps.filter(({ op }) => !["same", "read", "refresh"].includes(op));
  }

  look(): Promise<ReadonlyMap<string, Look>> {
    return lookAtMembers(this.program.surroundings, this.program.owns);
  }

  /** Whose a resource is, if anybody's. */
  ownerOfUrn(urn: string): string | undefined {
    return ownerOf(urn.split("::").pop() ?? "", this.program.owns);
  }

  /** Without the engine: it would take as long to delete all one by one as it took to make it. */
  async end(): Promise<void> {
    await this.stack.remove();
    await leaveSurroundings(this.program.surroundings);
  }
}
