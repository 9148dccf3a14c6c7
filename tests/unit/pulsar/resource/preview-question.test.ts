import assert from "node:assert/strict";
import { type AdminClient, createAdminClient } from "../../../../provider/pulsar/admin/client";
import { AdminError, type AdminErrorKind } from "../../../../provider/pulsar/admin/error";
import { askedAtPreview } from "../../../../provider/pulsar/resource/preview-question";
import { type OperationContext } from "../../../../provider/pulsar/resource/resource";

const failure = (kind: AdminErrorKind, status?: number): AdminError =>
  new AdminError({
    kind,
    method: "GET",
    path: "/",
    purpose: "ask",
    reason: "",
    ...(status === undefined ? {} : { status }),
    retryable: false,
    sentence: "",
  });

describe("provider/pulsar/resource/preview-question", () => {
  const contextOf = (admin: AdminClient): OperationContext => ({
    admin,
    urn: "urn",
    preview: true,
    signal: new AbortController().signal,
    log: () => undefined,
  });
  const newClient = (): AdminClient => createAdminClient({ adminUrl: "http://127.0.0.1:1" });

  it("gives the answer", async () => {
    assert.equal(await askedAtPreview(contextOf(newClient()), () => Promise.resolve("yes")), "yes");
  });
  it("does not ask a broker again that gave no answer, and asks others", async () => {
    const [silent, other] = [contextOf(newClient()), contextOf(newClient())];
    const asked = (context: OperationContext) => askedAtPreview(context, () => Promise.resolve("yes"));
    assert.equal(await askedAtPreview(silent, () => Promise.reject(failure("connection"))), undefined);
    assert.equal(await asked(silent), undefined);
    assert.equal(await asked(other), "yes");
  });
  it("goes on asking a broker that refuses an answer", async () => {
    const context = contextOf(newClient());
    assert.equal(await askedAtPreview(context, () => Promise.reject(failure("status", 403))), undefined);
    assert.equal(await askedAtPreview(context, () => Promise.resolve("yes")), "yes");
  });
  it("asks nobody where the broker is not known yet", async () => {
    const { admin, ...others } = contextOf(newClient());
    const unknown: OperationContext = {
      ...others,
      get admin(): AdminClient {
        throw new Error(`no ${admin.adminUrl}`);
      },
    };
    assert.equal(await askedAtPreview(unknown, () => assert.fail("it was asked")), undefined);
  });
});
