import { argumentPath } from "./argument-path";
import type { FunctionSpec } from "./function";
import type { MeshSpec } from "./mesh";
import type { SinkSpec } from "./sink";
import { byText } from "./sorted-entries";
import type { SourceSpec } from "./source";

/** A member's arguments together with its kind. */
export type MemberSpecOfKind =
  | { readonly kind: "function"; readonly spec: FunctionSpec }
  | { readonly kind: "source"; readonly spec: SourceSpec }
  | { readonly kind: "sink"; readonly spec: SinkSpec };

/** A member as the arguments state it. */
export type KeyedMember = MemberSpecOfKind & {
  readonly key: string;
  /** Where it stands in the arguments. */
  readonly path: string;
};

/** The members of a mesh: sources, then functions, then sinks, each ordered by key. */
export function membersOf(spec: MeshSpec): readonly KeyedMember[] {
  return [
    ...Object.entries(spec.sources ?? {}).map(([key, member]): KeyedMember => ({
      kind: "source",
      spec: member,
      ...at("sources", key),
    })),
    ...Object.entries(spec.functions ?? {}).map(([key, member]): KeyedMember => ({
      kind: "function",
      spec: member,
      ...at("functions", key),
    })),
    ...Object.entries(spec.sinks ?? {}).map(([key, member]): KeyedMember => ({
      kind: "sink",
      spec: member,
      ...at("sinks", key),
    })),
  ].sort((left, right) => kindOrder[left.kind] - kindOrder[right.kind] || byText(left.key, right.key));
}

/** Sources, then functions, then sinks. */
export const kindOrder = { source: 0, function: 1, sink: 2 } as const;
const at = (map: string, key: string) => ({ key, path: argumentPath(map, key) });
