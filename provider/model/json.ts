/** Any JSON value: text, number, boolean, null, list or object. */
export type Json = unknown;

declare const assetBrand: unique symbol;
/** A Pulumi asset (a file, a text or a remote file), opaque to the model: the edge hands over its text where it is needed. */
export interface Asset {
  readonly [assetBrand]: true;
}
