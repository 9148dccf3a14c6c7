import { AssetValue } from "../../model/asset-value";

/** A value as the engine sends it, with its markers read. */
export type WireNode = null | boolean | number | string | readonly WireNode[] | WireObject | Marked | AssetValue;

export interface WireObject {
  readonly [key: string]: WireNode;
}

/** A value that is secret, not known yet, or comes from other resources. */
export class Marked {
  constructor(
    /** Absent when the value is not known yet. */
    readonly value: WireNode | undefined,
    readonly secret: boolean,
    /** URNs of the resources it comes from. */
    readonly dependencies: readonly string[],
  ) {}
}

/** True for a plain map. */
export const isWireObject = (node: WireNode | undefined): node is WireObject =>
  typeof node === "object" &&
  node !== null &&
  !Array.isArray(node) &&
  !(node instanceof Marked) &&
  !(node instanceof AssetValue);
