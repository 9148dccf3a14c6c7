import { type AdminClient } from "../admin/client";

/** Decoded property values; a value that is not known yet is a placeholder text (model/unknown.ts). */
export type Properties = Readonly<Record<string, unknown>>;

/** Names of arguments that are secret. */
export type Secrets = ReadonlySet<string> | undefined;

/** An argument that is wrong, and why. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export type DiffKind = "add" | "delete" | "update";

/** One argument that changed. */
export interface PropertyChange {
  readonly path: string;
  readonly kind: DiffKind;
  readonly replace: boolean;
}

export interface ResourceDiff {
  readonly changes: readonly PropertyChange[];
  /** The new object takes the name of the old one, so the old one has to go first. */
  readonly deleteBeforeReplace?: boolean;
  /** Lines for whoever reads the preview, shown below it. */
  readonly says?: readonly string[];
  /** What they should think about first. */
  readonly warns?: string;
}

export interface ResourceState {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** The arguments and outputs as the state holds them; both empty while a resource is imported. */
export type StoredState = Omit<ResourceState, "id">;

/** True while a resource is imported: the state holds nothing of it yet. */
export const isImport = ({ inputs }: StoredState): boolean => Object.keys(inputs).length === 0;

/** What an operation may use. */
export interface OperationContext {
  readonly admin: AdminClient;
  readonly urn: string;
  readonly preview: boolean;
  readonly signal: AbortSignal;
  /** Arguments that the program marked secret: errors tell none of their values. */
  readonly secrets?: Secrets;
  /** Time limit the program set for this operation (`customTimeouts`). */
  readonly timeoutSeconds?: number;
  /** `status` is a line beside the resource that the next one replaces; the others stay. */
  log(severity: "status" | "info" | "warning", message: string): void;
}

/** A kind of Pulsar resource: everything the engine may ask of it. */
export interface PulsarResource {
  /** Type token: `function-mesh:pulsar:Topic`. */
  readonly type: string;
  /** Fills in defaults and finds what is wrong. Unknown values pass. Reasons tell no value of the arguments in `secrets`. */
  check(inputs: Properties, old: Properties | undefined, secrets?: ReadonlySet<string>): CheckResult;
  /** Compares normal forms: sets as sets, sizes as sizes. */
  diff(oldInputs: Properties, newInputs: Properties): ResourceDiff;
  /** Told of a resource that the program still has, whether it changes or not, also at preview. Sends nothing. */
  registered?(inputs: Properties, context: OperationContext): void;
  /**
   * What has to be updated although no argument changed, since the broker, asked again, says so. Asked at each preview and update; a
   * broker that does not answer gives no reason.
   */
  outdated?(inputs: Properties, context: OperationContext): Promise<readonly PropertyChange[]>;
  /** Idempotent: a create that was cut off is completed. At preview nothing is changed. Outputs include the inputs. */
  create(inputs: Properties, context: OperationContext): Promise<{ readonly id: string; readonly outputs: Properties }>;
  /** `undefined`: the object is gone. A broker that does not answer is an error, never "gone". For an import the id suffices. */
  read(id: string, state: StoredState, context: OperationContext): Promise<ResourceState | undefined>;
  /** Resolves to the new outputs, which include the inputs. At preview nothing is changed. */
  update(id: string, old: StoredState, inputs: Properties, context: OperationContext): Promise<Properties>;
  /** Succeeds when the object is gone already. */
  delete(id: string, state: StoredState, context: OperationContext): Promise<void>;
}

export interface CheckResult {
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
}

/** Thrown by create and update of a resource that exists but does not work: it is kept, and updated again next time. */
export class ExistsButFails extends Error {
  constructor(
    message: string,
    readonly id: string,
    readonly outputs: Properties,
  ) {
    super(message);
  }
}
