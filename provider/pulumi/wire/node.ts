/** A value as the engine sends it, with its markers read. */
export type WireNode = null | boolean | number | string | readonly WireNode[] | WireObject | Marked | WireAsset;

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

/** An asset: exactly one of `path`, `text` and `uri` is set. */
export class WireAsset {
  constructor(
    readonly path: string | undefined,
    readonly text: string | undefined,
    readonly uri: string | undefined,
    /** SHA-256 of the content as the engine computed it, in hexadecimal digits. */
    readonly hash: string | undefined,
  ) {}
}

/** True for a plain map. */
export const isWireObject = (node: WireNode | undefined): node is WireObject =>
  typeof node === "object" &&
  node !== null &&
  !Array.isArray(node) &&
  !(node instanceof Marked) &&
  !(node instanceof WireAsset);
