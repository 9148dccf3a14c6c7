import assert from "node:assert/strict";
import { createAdminClient } from "../../../../../provider/pulsar/admin/client";
import { makeRoom } from "../../../../../provider/pulumi/resources/scale/make-room";

/** What a preview says, where the state and the program have these arguments. */
async function told(before: object, now: object): Promise<readonly string[]> {
  const messages: string[] = [];
  const context = {
    admin: createAdminClient({ adminUrl: "http://127.0.0.1:9" }),
    urn: "",
    preview: true,
    signal: new AbortController().signal,
    log: (_severity: string, text: string) => void messages.push(text),
  };
  const inputs = { member: "functions.score", subscription: "east retail/orders/score" };
  await makeRoom({ inputs: { ...inputs, ...before }, outputs: {} }, { ...inputs, ...now }, context);
  return messages;
}

describe("room for another type of subscription", () => {
  const rows: readonly { readonly name: string; before: object; now: object; isMade: boolean }[] = [
    {
      name: "another type",
      before: { subscriptionType: "Shared" },
      now: { subscriptionType: "Failover" },
      isMade: true,
    },
    {
      name: "the same type",
      before: { subscriptionType: "Shared" },
      now: { subscriptionType: "Shared" },
      isMade: false,
    },
    {
      name: "another subscription, which nobody has yet",
      before: { subscriptionType: "Shared", subscription: "east other" },
      now: { subscriptionType: "Failover" },
      isMade: false,
    },
    { name: "a member that read nothing", before: {}, now: { subscriptionType: "Shared" }, isMade: false },
    { name: "a member that reads nothing more", before: { subscriptionType: "Shared" }, now: {}, isMade: false },
  ];
  for (const { name, before, now, isMade } of rows) {
    it(`is ${isMade ? "made" : "not needed"} for ${name}`, async () => {
      const messages = await told(before, now);
      assert.equal(messages.length, isMade ? 1 : 0);
      if (isMade)
        assert.match(messages[0] ?? "", /^functions\.score: all its instances end .* from Shared to Failover /);
    });
  }
});
