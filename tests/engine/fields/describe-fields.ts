import assert from "node:assert/strict";
import type { PreviewStep } from "../harness/stack";
import { resourceText } from "../harness/steps";
import type { FieldCase, FieldRun } from "./field-run";
import type { Look } from "./look";
import { observedChange } from "./observed-change";
import { previewedChange } from "./previewed-change";

export interface FieldSuite {
  readonly cases: readonly FieldCase[];
  /** Of which nothing changes. */
  readonly bystander: string;
  /** Fields of which another value is nothing to do. */
  readonly unseen: readonly string[];
  readonly start: () => Promise<FieldRun>;
}

/** Milliseconds for a hundred members to come and to change, where other tests run beside. */
const patience = 900_000;

type Looks = ReadonlyMap<string, Look>;

/** What is previewed where the fields of one half of the members change. */
interface HalfPreview {
  /** Whose fields change. */
  readonly owns: ReadonlySet<string>;
  readonly steps: readonly PreviewStep[];
}

interface Seen {
  readonly run: FieldRun;
  readonly halves: readonly HalfPreview[];
  readonly before: Looks;
  readonly after: Looks;
}

/**
 * A field of each of many members changes: in a preview for one half of them, in a preview for the other half, and then in one
 * update for all. What is previewed and what happens to pods is told apart by whose it is. It is what the field is predicted to do,
 * and a member whose field stays is not touched by those that change.
 */
export function describeFields({ cases, bystander, unseen, start }: FieldSuite): void {
  let run: FieldRun | undefined;
  let found: Seen | undefined;
  const seen = (): Seen => {
    if (found === undefined) throw new Error("the run did not come to its end");
    return found;
  };

  before(async function () {
    this.timeout(patience);
    run = await start();
    found = await change(run, cases);
  });
  after(async function () {
    this.timeout(patience);
    await run?.end();
  });

  it("of some touch nothing of others", () => {
    const { halves, before, after, run } = seen();
    for (const half of halves) assert.deepEqual(strangeSteps(half, run), []);
    const [was, is] = [before.get(bystander), after.get(bystander)];
    assert.ok((was?.pods.length ?? 0) > 0);
    assert.deepEqual(is, was);
  });

  for (const { own, field, predicted } of cases) {
    it(`${field}: ${predicted ?? "unknown"}`, () => {
      const { halves, before, after, run } = seen();
      const [was, is] = [before.get(own), after.get(own)];
      if (was === undefined || is === undefined) throw new Error("was not seen");
      const half = halves.find(({ owns }) => owns.has(own));
      const steps = half?.steps.filter(({ urn }) => run.ownerOfUrn(urn) === own) ?? [];
      const happened = { previewed: previewedChange(steps), happened: observedChange(was, is) };
      const texts = [`${field} of ${own}`, ...textsOf(steps)].join("\n  ");
      assert.deepEqual(happened, { previewed: predicted, happened: predicted }, texts);
      assert.equal(textsOf(steps).every(isSummary), unseen.includes(field), texts);
    });
  }
}

async function change(run: FieldRun, cases: readonly FieldCase[]): Promise<Seen> {
  await run.update(() => false);
  const before = await run.look();
  const halves: HalfPreview[] = [];
  for (const rest of [0, 1]) {
    const changing = cases.filter((_, index) => index % 2 === rest);
    const owns = new Set(changing.map(({ own }) => own));
    halves.push({ owns, steps: await run.preview(({ own }) => owns.has(own)) });
  }
  await run.update(() => true);
  return { run, halves, before, after: await run.look() };
}

/** What is touched in a preview and belongs to none of those that change, but for the meshes' summaries of themselves. */
function strangeSteps({ owns, steps }: HalfPreview, run: FieldRun): readonly string[] {
  const strange = steps.filter(({ urn }) => !owns.has(run.ownerOfUrn(urn) ?? ""));
  return textsOf(strange).filter((text) => !isSummary(text));
}

/** Of a mesh: what says every change, or asks for what belongs to others, and makes none. */
const isSummary = (text: string): boolean => /^update (Topology|Prerequisites) /.test(text);

const textsOf = (steps: readonly PreviewStep[]): readonly string[] =>
  steps.map(({ op, urn }) => `${op} ${resourceText(urn)}`).sort();
