import assert from "node:assert/strict";
import { type Place, subjects } from "../../tests/arguments/subjects";
import { type ProviderClient } from "../../tests/engine/harness/provider-client";

export interface Repetition {
  readonly kind: string;
  readonly count: number;
  readonly provider: ProviderClient;
  readonly place: Place;
}

/** Makes, reads, and deletes an object of one name so many times, each time as if for the first. */
export async function repeatLife({ kind, count, provider, place }: Repetition): Promise<void> {
  const subject = subjects[kind];
  if (subject === undefined) throw new Error(`there is no resource ${kind} to repeat`);
  const name = `again-${kind.toLowerCase()}`;
  const urn = `urn:pulumi:soak::p::function-mesh:pulsar:${kind}::${name}`;
  const base = await subject(place, name);
  for (let time = 1; time <= count; time++) {
    const { inputs, failures } = await provider.check(urn, base);
    assert.deepEqual(failures, []);
    const known = await provider.create(urn, inputs);
    const read = await provider.read(urn, known);
    assert.deepEqual(read?.inputs, inputs, `${kind}, time ${time}`);
    await provider.delete(urn, known);
    assert.equal(await provider.read(urn, known), undefined, `${kind}, time ${time}`);
  }
}
