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
  /** What belongs to all, and may be updated with any. */
  readonly shared: readonly string[];
  /** Fields to be changed one at a time as well. */
  readonly alone: readonly string[];
  /** Fields of which another value is nothing to do. */
  readonly unseen: readonly string[];
  readonly start: () => Promise<FieldRun>;
}

/** Milliseconds for a hundred members to come, change or go, where other tests run beside. */
const patience = 600_000;

type Looks = ReadonlyMap<string, Look>;

/**
 * One update changes a field of each of many: what is previewed and what happens to pods is told apart by whose it is, and is
 * what the field is predicted to do.
 */
export function describeFields({ cases, bystander, shared, alone, unseen, start }: FieldSuite): void {
  let started: FieldRun | undefined;
  let steps: readonly PreviewStep[] = [];
  let looks: { readonly before: Looks; readonly after: Looks } = { before: new Map(), after: new Map() };
  const stepsOf = (own: string | undefined): readonly PreviewStep[] =>
    steps.filter(({ urn }) => running().ownerOfUrn(urn) === own);
  const running = (): FieldRun => {
    if (started === undefined) throw new Error("did not start");
    return started;
  };

  before(async () => {
    started = await start();
  });
  after(async function () {
    this.timeout(patience);
    await started?.end();
  });

  it("are changed", async function () {
    this.timeout(patience);
    const run = running();
    await run.update(() => false);
    assert.deepEqual(textsOf(await run.preview(() => false)), []);
    const before = await run.look();
    steps = await run.preview(() => true);
    await run.update(() => true);
    looks = { before, after: await run.look() };
  });

  it("touch nothing else", () => {
    assert.deepEqual(
      textsOf(stepsOf(undefined)).filter((text) => !shared.includes(text)),
      [],
    );
    assert.deepEqual(textsOf(stepsOf(bystander)), []);
    const [was, is] = [looks.before.get(bystander), looks.after.get(bystander)];
    assert.ok((was?.pods.length ?? 0) > 0);
    assert.deepEqual(is, was);
  });

  for (const { own, field, predicted } of cases) {
    it(`${field}: ${predicted ?? "unknown"}`, () => {
      const [was, is] = [looks.before.get(own), looks.after.get(own)];
      if (was === undefined || is === undefined) throw new Error("was not seen");
      const texts = textsOf(stepsOf(own));
      const found = { previewed: previewedChange(stepsOf(own)), happened: observedChange(was, is) };
      assert.deepEqual(found, { previewed: predicted, happened: predicted }, texts.join("\n"));
      assert.equal(texts.length === 0, unseen.includes(field), texts.join("\n"));
    });
  }

  for (const field of alone) {
    it(`${field} is previewed alone where it changes alone`, async () => {
      const changed = cases.find((one) => one.field === field);
      const run = running();
      const found = await run.preview(({ own }) => own !== changed?.own);
      const owners = new Set(found.map(({ urn }) => run.ownerOfUrn(urn) ?? `update ${resourceText(urn)}`));
      assert.deepEqual(
        [...owners].filter((owner) => !shared.includes(owner)),
        [changed?.own],
      );
    });
  }
}

const textsOf = (steps: readonly PreviewStep[]): readonly string[] =>
  steps.map(({ op, urn }) => `${op} ${resourceText(urn)}`).sort();
