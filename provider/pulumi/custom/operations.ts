import {
  type CheckRequest,
  CheckResponse,
  type CreateRequest,
  CreateResponse,
  type DeleteRequest,
  type DiffRequest,
  DiffResponse,
  PropertyDiff,
  type ReadRequest,
  ReadResponse,
  type UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { isWhollyKnown } from "../../model/unknown";
import {
  ExistsButFails,
  isImport,
  type OperationContext,
  type Properties,
  type PropertyChange,
  type PulsarResource,
  type Secrets,
} from "../../pulsar/resource/resource";
import type { EngineLog } from "../engine-log";
import { checkProperties } from "../schema/check-properties";
import type { PackageSchema } from "../schema/package-schema";
import { secretProperties } from "../schema/secret-properties";
import type { PlainProperties } from "../wire/plain";
import { checkFailures } from "./check-failures";
import { withDefaults, withoutDefaults } from "./defaults";
import { NotWorking } from "./not-working";
import { plainOf, structOf, union } from "./requests";
import { resourceOf } from "./resource-of";
import { noCluster, type Session } from "./session";

/** Create, read, update and delete of the package's custom resources, from and to the engine's messages. */
export class Operations {
  constructor(
    private readonly schema: PackageSchema,
    private readonly session: Session,
    private readonly log: EngineLog,
  ) {}

  check(request: CheckRequest): CheckResponse {
    const resource = resourceOf(request.getUrn(), this.schema);
    const news = plainOf(request.getNews());
    const olds = request.hasOlds() ? plainOf(request.getOlds()) : undefined;
    const secrets = union(news.secrets, this.secretInputs(resource));
    const formal = checkProperties(resource.type, { values: news.values, secrets }, this.schema);
    // What was secret until now is not told either: a check may compare with it.
    const hidden = union(secrets, olds?.secrets ?? new Set());
    const checked =
      formal.length > 0 ? { inputs: news.values, failures: formal } : resource.check(news.values, olds?.values, hidden);
    const response = new CheckResponse();
    response.setInputs(structOf(checked.inputs, secrets));
    response.setFailuresList(checkFailures(checked.failures));
    return response;
  }

  async diff(request: DiffRequest): Promise<DiffResponse> {
    const resource = resourceOf(request.getUrn(), this.schema);
    const outputs = plainOf(request.getOlds()).values;
    const inputs = request.hasOldInputs() ? plainOf(request.getOldInputs()).values : outputs;
    const news = plainOf(request.getNews()).values;
    const diff = resource.diff(withDefaults(resource, { inputs, outputs }), news);
    const context = this.context(request.getUrn(), true, 0);
    const isKnown = isWhollyKnown(news);
    if (isKnown && this.session.isConfigured) resource.registered?.(news, context);
    const outdated = isKnown && diff.changes.length === 0 ? ((await resource.outdated?.(news, context)) ?? []) : [];
    const ignored = request.getIgnorechangesList();
    const changes = [...diff.changes, ...outdated].filter(
      (change) => !ignored.some((path) => covers(path, change.path)),
    );
    // One message: several would arrive in any order.
    if (changes.length > 0 && diff.says !== undefined && diff.says.length > 0)
      this.log.write("info", diff.says.join("\n"), request.getUrn());
    if (changes.length > 0 && diff.warns !== undefined) this.log.write("warning", diff.warns, request.getUrn());
    const response = new DiffResponse();
    response.setChanges(changes.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
    response.setDiffsList([...new Set(changes.map((change) => topLevel(change.path)))]);
    response.setReplacesList([
      ...new Set(changes.filter((change) => change.replace).map((change) => topLevel(change.path))),
    ]);
    response.setDeletebeforereplace(diff.deleteBeforeReplace === true);
    response.setHasdetaileddiff(true);
    for (const change of changes) {
      response.getDetaileddiffMap().set(change.path, new PropertyDiff().setKind(kindOf(change)).setInputdiff(true));
    }
    return response;
  }

  async create(request: CreateRequest): Promise<CreateResponse> {
    const resource = resourceOf(request.getUrn(), this.schema);
    if (request.getPreview()) this.requireCluster(resource);
    const inputs = plainOf(request.getProperties());
    const context = this.context(request.getUrn(), request.getPreview(), request.getTimeout(), inputs.secrets);
    const created = this.isGuess(request.getPreview(), inputs.values)
      ? { id: "", outputs: inputs.values }
      : await this.orKept(resource, inputs, resource.create(inputs.values, context));
    const response = new CreateResponse();
    response.setId(request.getPreview() ? "" : created.id);
    response.setProperties(structOf(created.outputs, union(inputs.secrets, this.secretOutputs(resource))));
    return response;
  }

  async read(request: ReadRequest): Promise<ReadResponse> {
    const resource = resourceOf(request.getUrn(), this.schema);
    const outputs = plainOf(request.getProperties());
    const inputs = plainOf(request.getInputs());
    const context = this.context(request.getUrn(), false, 0);
    const stored = { inputs: inputs.values, outputs: outputs.values };
    const completed = isImport(stored) ? stored : { ...stored, inputs: withDefaults(resource, stored) };
    const state = await resource.read(request.getId(), completed, context);
    const response = new ReadResponse();
    if (state === undefined) return response; // an empty id means that the object is gone
    response.setId(state.id);
    const stated = withoutDefaults(resource, state.inputs, stored);
    response.setInputs(structOf(stated, union(inputs.secrets, this.secretInputs(resource))));
    response.setProperties(structOf(state.outputs, union(outputs.secrets, this.secretOutputs(resource))));
    return response;
  }

  async update(request: UpdateRequest): Promise<UpdateResponse> {
    const resource = resourceOf(request.getUrn(), this.schema);
    if (request.getPreview()) this.requireCluster(resource);
    const news = plainOf(request.getNews());
    const stored = {
      inputs: plainOf(request.getOldInputs()).values,
      outputs: plainOf(request.getOlds()).values,
    };
    const old = { ...stored, inputs: withDefaults(resource, stored) };
    const context = this.context(request.getUrn(), request.getPreview(), request.getTimeout(), news.secrets);
    const outputs = this.isGuess(request.getPreview(), news.values)
      ? news.values
      : await this.orKept(resource, news, resource.update(request.getId(), old, news.values, context));
    const response = new UpdateResponse();
    response.setProperties(structOf(outputs, union(news.secrets, this.secretOutputs(resource))));
    return response;
  }

  async delete(request: DeleteRequest): Promise<void> {
    const resource = resourceOf(request.getUrn(), this.schema);
    const outputs = plainOf(request.getProperties()).values;
    const inputs = request.hasOldInputs() ? plainOf(request.getOldInputs()).values : outputs;
    const context = this.context(request.getUrn(), false, request.getTimeout());
    const completed = withDefaults(resource, { inputs, outputs });
    await resource.delete(request.getId(), { inputs: completed, outputs }, context);
  }

  /** The result; where the resource exists and does not work, an error with what the engine is to keep of it. */
  private async orKept<Result>(
    resource: PulsarResource,
    inputs: PlainProperties,
    operation: Promise<Result>,
  ): Promise<Result> {
    return operation.catch((error: unknown) => {
      if (!(error instanceof ExistsButFails)) throw error;
      throw new NotWorking(error.message, {
        id: error.id,
        inputs: structOf(inputs.values, union(inputs.secrets, this.secretInputs(resource))),
        outputs: structOf(error.outputs, union(inputs.secrets, this.secretOutputs(resource))),
      });
    });
  }

  /**
   * A preview of what lives at a broker, without any: the update would say so. An admin URL that is not known yet is one all the same.
   */
  private requireCluster({ type }: PulsarResource): void {
    if (type.startsWith("function-mesh:pulsar:") && !this.session.isConfigured) throw noCluster();
  }

  /** At preview, with inputs still unknown, there is nothing to compute: what is known of the inputs is all that is known. */
  private isGuess(preview: boolean, inputs: Properties): boolean {
    return preview && !isWhollyKnown(inputs);
  }

  private context(urn: string, preview: boolean, timeoutSeconds: number, secrets?: Secrets): OperationContext {
    const { session, log } = this;
    return {
      get admin() {
        return session.admin;
      },
      urn,
      preview,
      signal: session.signal,
      secrets,
      ...(timeoutSeconds > 0 ? { timeoutSeconds } : {}),
      log: (severity, message) => log.write(severity, message, urn),
    };
  }

  private secretInputs(resource: PulsarResource): ReadonlySet<string> {
    return secretProperties(this.schema.resources[resource.type]?.inputProperties ?? {}, this.schema);
  }

  private secretOutputs(resource: PulsarResource): ReadonlySet<string> {
    return secretProperties(this.schema.resources[resource.type]?.properties ?? {}, this.schema);
  }
}

const covers = (ignored: string, path: string): boolean =>
  path === ignored || path.startsWith(`${ignored}.`) || path.startsWith(`${ignored}[`);

const topLevel = (path: string): string => path.split(/[.[]/)[0] ?? path;

const kinds = {
  add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
  delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
  update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
} as const;

const kindOf = (change: PropertyChange) => kinds[change.kind][change.replace ? 1 : 0];
