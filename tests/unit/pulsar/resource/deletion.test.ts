import assert from "node:assert/strict";
import { AdminError } from "../../../../provider/pulsar/admin/error";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { deleteWhenUnused, type Deletion } from "../../../../provider/pulsar/resource/deletion";
import { type OperationContext } from "../../../../provider/pulsar/resource/resource";

const failure = (status: number, reason: string): AdminError =>
  new AdminError({
    kind: "status",
    method: "DELETE",
    path: "/x",
    purpose: "delete x",
    status,
    reason,
    fromPulsar: true,
    retryable: false,
    sentence: `${reason}.`,
  });
const busy = failure(412, "Topic has 2 connected producers/consumers");

describe("provider/pulsar/resource/deletion", () => {
  const admin = createAdminClient({ adminUrl: "http://127.0.0.1:1" });
  const context = (signal = new AbortController().signal): OperationContext => ({
    admin,
    urn: "u",
    preview: false,
    signal,
    log: () => undefined,
  });

  async function run(
    failures: readonly Error[],
    deleteWaitSeconds: number,
    { signal, ...more }: Partial<Deletion> & { readonly signal?: AbortSignal } = {},
  ): Promise<number> {
    let attempts = 0;
    const attempt = async (): Promise<void> => {
      const error = failures[Math.min(attempts++, failures.length - 1)];
      if (error !== undefined && attempts <= failures.length) throw error;
      if (deleteWaitSeconds === 0 || signal !== undefined) throw error ?? new Error("no failure");
    };
    await deleteWhenUnused(
      { what: "X", attempt, users: () => Promise.resolve(["a", "b"]), help: "Stop them.", ...more },
      { deleteWaitSeconds },
      context(signal),
    );
    return attempts;
  }

  it("repeats while clients leave", async () => assert.equal(await run([busy, busy], 5), 3));
  it("takes what is gone for deleted", async () => assert.equal(await run([failure(404, "not found")], 5), 1));
  it("repeats nothing else", () =>
    assert.rejects(run([failure(409, "please call delete-partitioned-topic")], 5), /please call/));
  it("says who is left at the end", () =>
    assert.rejects(
      run([busy], 0),
      /^Error: Could not delete x: Topic has 2 connected producers\/consumers\. In use by a, b\. Stop them\.$/,
    ));
  const refusal = (users: string): string => `X is kept for ${users}.`;
  it("says it in words of its own where there are some", () =>
    assert.rejects(run([busy], 0, { refusal }), /^Error: X is kept for a, b\. Stop them\.$/));
  it("leaves the broker's words where all users have gone in the meantime", () =>
    assert.rejects(
      run([busy], 0, { refusal, users: () => Promise.resolve([]) }),
      /^Error: Could not delete x: Topic has 2 connected producers\/consumers\. Stop them\.$/,
    ));
  it("ends when it is cancelled", () =>
    assert.rejects(
      run([busy], 60, { signal: AbortSignal.timeout(20) }),
      /X was still in use when deleting was cancelled/,
    ));
});
