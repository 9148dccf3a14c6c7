import assert from "node:assert/strict";
import { endOf } from "../../../provider/cli/exit-code";

describe("endOf", () => {
  const [warning, error] = [{ severity: "warning" }, { severity: "error" }] as const;
  const unreadable = { severity: "error", isUnreadable: true } as const;
  const cases = [
    { name: "nothing", problems: [], want: 0 },
    { name: "warnings", problems: [warning], want: 0 },
    { name: "an error", problems: [warning, error], want: 1 },
    { name: "a file that cannot be read, whatever is wrong besides", problems: [error, unreadable], want: 2 },
  ];
  for (const { name, problems, want } of cases) it(`is ${want} for ${name}`, () => assert.equal(endOf(problems), want));
});
