import type * as Pulumi from "@pulumi/pulumi";
import { ConstructResponse, type ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { computedArguments } from "../components/computed-arguments";
import { componentBuilders } from "../components/builders";
import type { BuiltComponent } from "../components/component";
import type { PackageSchema } from "../schema/package-schema";
import { readArguments } from "../schema/read-arguments";
import { decodeProperties } from "../wire/decode";
import { invalidArguments } from "./invalid-arguments";
import { dependsOnOf, optionsOf } from "./options";
import { sdk, type Sdk } from "./sdk";
import { orStrayError } from "./stray-errors";

/** Builds the component that a request asks for; its children register with the engine while it runs. */
export async function construct(
  request: ConstructRequest,
  engine: string,
  schema: PackageSchema,
): Promise<ConstructResponse> {
  const internals = sdk();
  return internals.state.withLocalStorage(() =>
    orStrayError(
      request.getName(),
      () => build(internals, request, { engine, schema }),
      internals.settings.waitForRPCs,
    ),
  );
}

interface Surroundings {
  /** Address of the engine. */
  readonly engine: string;
  readonly schema: PackageSchema;
}

async function build(
  internals: Sdk,
  request: ConstructRequest,
  { engine, schema }: Surroundings,
): Promise<ConstructResponse> {
  await configure(internals, request, engine);
  const type = request.getType();
  const buildComponent = componentBuilders[type];
  const resourceSchema = schema.resources[type];
  if (buildComponent === undefined || resourceSchema === undefined) {
    throw new Error(`this version of function-mesh has no component ${type}`);
  }
  const readings = readArguments(
    decodeProperties(request.getInputs()?.toJavaScript() ?? {}),
    { properties: resourceSchema.inputProperties ?? {}, required: resourceSchema.requiredInputs ?? [] },
    schema,
    computedArguments,
  );
  if (readings.problems.length > 0) throw invalidArguments(readings.problems);
  const built = buildComponent({
    name: request.getName(),
    type,
    version: schema.version,
    preview: request.getDryrun(),
    arguments: readings,
    options: optionsOf(request),
    dependsOn: dependsOnOf(request, readings.dependencies),
  });
  return respond(internals, built);
}

async function configure(internals: Sdk, request: ConstructRequest, engine: string): Promise<void> {
  internals.settings.resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    engine,
    request.getMonitorendpoint(),
    request.getDryrun(),
    request.getOrganization(),
  );
  await internals.settings.awaitFeatureSupport();
  internals.configuration.setAllConfig(
    Object.fromEntries(request.getConfigMap().entries()),
    request.getConfigsecretkeysList(),
  );
}

async function respond(internals: Sdk, built: BuiltComponent): Promise<ConstructResponse> {
  const response = new ConstructResponse();
  response.setUrn(await urnOf(built.resource));
  const [state, dependencies] = await internals.serialize("construct", built.outputs);
  for (const [key, resources] of dependencies) {
    const urns = new ConstructResponse.PropertyDependencies();
    urns.setUrnsList(await Promise.all([...resources].map((resource) => urnOf(resource))));
    response.getStatedependenciesMap().set(key, urns);
  }
  response.setState(Struct.fromJavaScript({ ...state } as Record<string, JavaScriptValue>));
  await internals.settings.waitForRPCs();
  return response;
}

/** `promise` of an output is internal to the SDK; unlike `apply` it rejects when the registration failed. */
async function urnOf(resource: Pulumi.Resource): Promise<string> {
  const promise: () => Promise<unknown> = Reflect.get(resource.urn, "promise");
  return String(await promise.call(resource.urn));
}
