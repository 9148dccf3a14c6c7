import { imagePath } from "./image-path";
import type { MemberPlan } from "./plan";
import { isKnown } from "./unknown";

/** A wheel or zip file with a Python function, which the instance unpacks beside itself before it starts. */
export interface PythonArchive {
  /** Where it is: in the image, or where the arguments have it downloaded to. */
  readonly stated: string;
  /** Where the instance finds it: in a directory that it may write to. */
  readonly path: string;
}

/** Where archives are unpacked: no directory of Pulsar's images, so nothing is hidden by a volume there. */
const directory = "/pulsar/unpacked";

/** The archive of a member; undefined where its code is anything else. */
export function pythonArchiveOf(member: MemberPlan): PythonArchive | undefined {
  const stated = statedFile(member);
  if (stated === undefined || !isKnown(stated) || !/\.(whl|zip)$/.test(stated)) return undefined;
  // Images for the operator have Pulsar's directory belong to the user of its pods, and a manifest goes in as it is.
  if (member.origin !== undefined) return { stated, path: stated };
  return { stated, path: `${directory}/${stated.slice(stated.lastIndexOf("/") + 1)}` };
}

function statedFile({ kind, runtime, spec, package: downloaded }: MemberPlan): string | undefined {
  if (kind !== "function" || runtime !== "python" || spec.python?.py === undefined) return undefined;
  return downloaded?.path ?? imagePath(spec.python.py);
}

/** Where it is unpacked, and whatever it asks for is installed. */
export const archiveDirectory = ({ path }: PythonArchive): string => path.replace(/\/[^/]*$/, "");
