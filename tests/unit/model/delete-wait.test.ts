import assert from "node:assert/strict";
import { deleteWaitSeconds } from "../../../provider/model/delete-wait";
import { planMesh } from "../../../provider/model/plan-mesh";

describe("deleteWaitSeconds", () => {
  const wait = (...periods: readonly (number | undefined)[]): number => {
    const functions = periods.map((terminationGracePeriodSeconds, index) => [
      `f${index}`,
      {
        className: "m",
        python: { py: "/m.py" },
        input: { topics: ["in"] },
        ...(terminationGracePeriodSeconds === undefined ? {} : { pod: { terminationGracePeriodSeconds } }),
      },
    ]);
    const { plan } = planMesh("mesh", {
      pulsar: { a: { adminUrl: "http://127.0.0.1" } },
      kubernetes: { a: {} },
      functions: Object.fromEntries(functions),
    });
    return deleteWaitSeconds(plan);
  };

  it("is a minute more than the default grace period", () => assert.equal(wait(undefined), 90));
  it("follows the largest grace period", () => assert.equal(wait(5, 300, undefined), 360));
});
