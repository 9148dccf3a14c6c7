import assert from "node:assert/strict";
import { type AdminClient } from "../../../provider/pulsar/admin/client";
import {
  type OperationContext,
  type Properties,
  type PulsarResource,
  type ResourceState,
  type StoredState,
} from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName } from "./broker";

/** What the engine does with one resource of a stack. */
export interface Operated {
  readonly urn: string;
  readonly messages: readonly string[];
  state(): ResourceState;
  create(inputs: Properties): Promise<ResourceState>;
  /** Reads back into the state, as a refresh does; `undefined` when the object is gone. */
  refresh(): Promise<ResourceState | undefined>;
  /** Paths that a preview with these arguments shows as changed. */
  changed(inputs: Properties): readonly string[];
  update(inputs: Properties): Promise<void>;
  /** What a preview of that update says; it fails where that one does. */
  previewUpdate(inputs: Properties): Promise<readonly string[]>;
  delete(): Promise<void>;
  /** What follows is another run of the engine, which has a provider and a client of its own. */
  enterRun(run: Pick<Broker, "admin">): void;
  /** The program of the run still has the resource: that is what the engine asks for differences first. */
  keep(): void;
  /** What a preview of a create and of an update gives; nothing may be sent. */
  preview(inputs: Properties): Promise<readonly Properties[]>;
}

const empty: StoredState = { inputs: {}, outputs: {} };

/** A resource with a URN of its own. */
export function operate(
  resource: PulsarResource,
  { admin }: Pick<Broker, "admin">,
  urn = freshName("urn:pulumi:test::p::t::r"),
): Operated {
  const messages: string[] = [];
  let context: OperationContext = {
    admin,
    urn,
    preview: false,
    signal: new AbortController().signal,
    log: (severity, message) => messages.push(`${severity}: ${message}`),
  };
  let state: ResourceState | undefined;
  const known = (): ResourceState => state ?? assert.fail("nothing was created");
  return {
    urn,
    messages,
    state: known,
    async create(inputs) {
      const checked = checkedInputs(resource, inputs, undefined);
      return (state = { inputs: checked, ...(await resource.create(checked, context)) });
    },
    async refresh() {
      const read = await resource.read(known().id, known(), context);
      if (read !== undefined) state = read;
      return read;
    },
    changed: (inputs) =>
      resource.diff(known().inputs, checkedInputs(resource, inputs, known().inputs)).changes.map(({ path }) => path),
    async update(inputs) {
      const { id, ...old } = known();
      const checked = checkedInputs(resource, inputs, old.inputs);
      state = { id, inputs: checked, outputs: await resource.update(id, old, checked, context) };
    },
    async previewUpdate(inputs) {
      const { id, ...old } = known();
      const said: string[] = [];
      const log: OperationContext["log"] = (severity, message) => said.push(`${severity}: ${message}`);
      const checked = checkedInputs(resource, inputs, old.inputs);
      await resource.update(id, old, checked, { ...context, log, preview: true });
      return said;
    },
    delete: () => resource.delete(known().id, known(), context),
    enterRun: ({ admin: client }) => (context = { ...context, admin: client }),
    keep: () => resource.registered?.(known().inputs, context),
    async preview(inputs) {
      const checked = checkedInputs(resource, inputs, undefined);
      const previewed = { ...context, preview: true };
      const { id, outputs } = await resource.create(checked, previewed);
      return [outputs, await resource.update(id, { inputs: {}, outputs }, checked, previewed)];
    },
  };
}

export function checkedInputs(resource: PulsarResource, inputs: Properties, old: Properties | undefined): Properties {
  const { inputs: checked, failures } = resource.check(inputs, old);
  assert.deepEqual(failures, []);
  return checked;
}

/** What an import of an id gives; `undefined` when there is no such object. */
export function importById(
  resource: PulsarResource,
  { admin }: Pick<Broker, "admin">,
  id: string,
  log: OperationContext["log"] = () => undefined,
): Promise<ResourceState | undefined> {
  const signal = new AbortController().signal;
  return resource.read(id, empty, {
    admin,
    urn: freshName("urn:import"),
    preview: false,
    signal,
    log,
  });
}

/** A client after each of whose writes somebody else writes as well. */
export const withStranger = (admin: AdminClient, write: () => Promise<unknown>): AdminClient => ({
  ...admin,
  send: async (request) => {
    const response = await admin.send(request);
    if (request.method !== "GET") await write();
    return response;
  },
});
