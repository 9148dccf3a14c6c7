import assert from "node:assert/strict";
import { paramsArgument } from "../../../../provider/model/credential-files";
import { variableArgument } from "../../../../provider/model/literal-argument";
import { instanceEnvironment } from "../../../../provider/model/runtime/instance-environment";
import { isReservedVariable } from "../../../../provider/model/runtime/reserved-variables";

describe("isReservedVariable", () => {
  for (const name of ["SHARD_ID", "FUNCTION_DETAILS", "CLIENT_AUTH_PARAMS"]) {
    it(`keeps ${name}`, () => assert.ok(isReservedVariable(name)));
  }
  for (const name of ["LOGGING_LEVEL", "HOME", "shard_id", "brokerServiceURL"]) {
    it(`leaves ${name} to users`, () => assert.ok(!isReservedVariable(name)));
  }
  it("knows the variable of a credential by its name", () =>
    assert.equal(paramsArgument, variableArgument(instanceEnvironment.credential)));
});
