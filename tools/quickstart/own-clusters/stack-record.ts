import { copyFile, readFile, rm } from "node:fs/promises";
import { type ProjectOptions, stackFile } from "../project";

/** What pulumi has written down of a stack. */
export interface StackRecord {
  /** Whether something had begun whose end is not written down: it may exist, and no destroy knows of it. */
  readonly hasUnknown: boolean;
  /** The types of the resources that it has made. */
  readonly types: ReadonlySet<string>;
}

export async function readStackRecord(options: ProjectOptions): Promise<StackRecord> {
  const file = stackFile(options);
  const { checkpoint } = await parsed(file).catch(() => restored(file));
  const { resources = [], pending_operations: pending = [] } = checkpoint.latest ?? {};
  return { hasUnknown: pending.length > 0, types: new Set(resources.map(({ type }) => type)) };
}

/** As far as it is read here. */
interface StackFile {
  readonly checkpoint: {
    readonly latest?: {
      readonly resources?: readonly { readonly type: string }[];
      readonly pending_operations?: readonly unknown[];
    };
  };
}

const parsed = async (file: string): Promise<StackFile> => JSON.parse(await readFile(file, "utf8"));

/** A pulumi that was killed while it wrote the file has left a copy of it as it was before. */
async function restored(file: string): Promise<StackFile> {
  await copyFile(`${file}.bak`, file);
  await rm(`${file}.attrs`, { force: true });
  return parsed(file);
}
