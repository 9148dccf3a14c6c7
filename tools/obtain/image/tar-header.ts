/** One member of a tar archive, with what differs between members; owner and times are always zero. */
export interface TarMember {
  /** Path without a leading slash; directories have none at the end either. */
  readonly path: string;
  readonly kind: "file" | "directory" | "symlink";
  readonly mode: number;
  /** Bytes of content; zero except for files. */
  readonly size: number;
  /** Where a symbolic link points. */
  readonly target?: string;
}

export const blockSize = 512;
const nameLength = 100;
const prefixLength = 155;
const typeFlags = { file: "0", symlink: "2", directory: "5", extended: "x" } as const;

/** How many zero bytes follow content of that size. */
export const paddingAfter = (size: number): number => (blockSize - (size % blockSize)) % blockSize;

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

/** The path as the format's two fields, or undefined when it does not fit. */
function splitPath(path: string): { name: string; prefix: string } | undefined {
  if (!isAscii(path)) return undefined;
  if (path.length <= nameLength) return { name: path, prefix: "" };
  const slash = path.indexOf("/", path.length - nameLength - 1);
  return slash <= 0 || slash > prefixLength ? undefined : { name: path.slice(slash + 1), prefix: path.slice(0, slash) };
}

interface Fields {
  readonly name: string;
  readonly prefix: string;
  readonly type: string;
  readonly mode: number;
  readonly size: number;
  readonly target: string;
}

function block({ name, prefix, type, mode, size, target }: Fields): Buffer {
  const header = Buffer.alloc(blockSize);
  header.write(name, 0, nameLength, "utf8");
  header.write(octal(mode, 7), 100);
  header.write(octal(0, 7), 108); // owner
  header.write(octal(0, 7), 116); // group
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136); // time
  header.write(" ".repeat(8), 148); // the checksum counts itself as spaces
  header.write(type, 156);
  header.write(target, 157, nameLength, "utf8");
  header.write("ustar\x0000", 257);
  header.write(prefix, 345, prefixLength, "utf8");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148);
  return header;
}

/** A line of an extended header, which begins with its own length. */
function extendedLine(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const guess = bytes + String(bytes).length;
  return `${bytes + String(guess).length}${rest}`;
}

/** The member's header: one block, preceded by an extended header when a name is too long or not ASCII. */
export function tarHeader({ path, kind, mode, size, target = "" }: TarMember): Buffer {
  const name = kind === "directory" ? `${path}/` : path;
  const split = splitPath(name);
  const isLongTarget = target.length > nameLength || !isAscii(target);
  const lines = [
    ...(split === undefined ? [extendedLine("path", name)] : []),
    ...(isLongTarget ? [extendedLine("linkpath", target)] : []),
  ].join("");
  const header = block({
    ...(split ?? { name: "long-name", prefix: "" }),
    type: typeFlags[kind],
    mode,
    size,
    target: isLongTarget ? "long-target" : target,
  });
  if (lines === "") return header;
  const extension = Buffer.from(lines);
  const fields = { name: "extended-header", prefix: "", type: typeFlags.extended, mode: 0o644, target: "" };
  const padding = Buffer.alloc(paddingAfter(extension.length));
  return Buffer.concat([block({ ...fields, size: extension.length }), extension, padding, header]);
}
