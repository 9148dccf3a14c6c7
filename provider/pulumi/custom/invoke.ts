import { type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { isWhollyKnown } from "../../model/unknown";
import { cancellable } from "../../pulsar/admin/client";
import { lookupFunctions } from "../../pulsar/lookup/lookup-functions";
import { checkArguments } from "../schema/check-properties";
import type { PackageSchema } from "../schema/package-schema";
import { secretProperties } from "../schema/secret-properties";
import { checkFailures } from "./check-failures";
import { plainOf, structOf } from "./requests";
import type { Session } from "./session";

/** Answers a lookup of a program. What depends on something unknown is not looked up: the program learns nothing of it yet. */
export async function invoke(request: InvokeRequest, session: Session, schema: PackageSchema): Promise<InvokeResponse> {
  const token = request.getTok();
  const lookup = lookupFunctions[token];
  if (lookup === undefined) throw new Error(`this version of function-mesh has no function ${token}`);
  const given = plainOf(request.getArgs());
  const { inputs = {}, outputs = {} } = schema.functions?.[token] ?? {};
  const shape = { properties: inputs.properties ?? {}, required: inputs.required ?? [] };
  const formal = checkArguments(given, shape, schema);
  const failures = formal.length > 0 ? formal : lookup.check(given.values);
  const response = new InvokeResponse();
  if (failures.length > 0) return response.setFailuresList(checkFailures(failures));
  if (!isWhollyKnown(given.values)) return response;
  const found = await lookup.find(given.values, cancellable(session.admin, session.signal));
  return response.setReturn(structOf(found, secretProperties(outputs.properties ?? {}, schema)));
}
