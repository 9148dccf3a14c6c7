import assert from "node:assert/strict";
import { spokenReason } from "../../../../provider/pulumi/components/spoken-reason";

describe("provider/pulumi/components/spoken-reason", () => {
  const general = "write what Pulsar takes there";
  const cases = [
    { reason: "is missing: state it.", message: "is missing", help: "state it" },
    { reason: "is empty; leave it out instead.", message: "is empty", help: "leave it out instead" },
    { reason: "is too much. Write less: 5.", message: "is too much", help: "Write less: 5" },
    { reason: '"a: b. c" is no name: write one.', message: '"a: b. c" is no name', help: "write one" },
    { reason: '"say \\"x: y\\"" is no name.', message: '"say \\"x: y\\"" is no name', help: general },
    { reason: "7 is not a whole number from 1 to 5.", message: "7 is not a whole number from 1 to 5", help: general },
    { reason: 'is "1.5', message: 'is "1.5', help: general },
  ];
  for (const { reason, message, help } of cases)
    it(`takes ${reason} apart`, () => assert.deepEqual(spokenReason(reason), { message, help }));
});
