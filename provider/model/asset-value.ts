/** An asset as the engine gives it: exactly one of `path`, `text` and `uri` is set. */
export class AssetValue {
  constructor(
    readonly path: string | undefined,
    readonly text: string | undefined,
    readonly uri: string | undefined,
    /** SHA-256 of the content as the engine computed it, in hexadecimal digits. */
    readonly hash: string | undefined,
  ) {}
}
