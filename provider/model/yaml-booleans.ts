import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import { argumentPath } from "./argument-path";

/** A word that YAML 1.1 reads as true or false, and YAML 1.2 as a text. */
export interface OldBoolean {
  /** Where it stands: `functions.enrich.autoAck`. */
  readonly path: string;
  /** As it is written: `yes`. */
  readonly word: string;
  readonly value: boolean;
}

/** The values below a node that are such words. What an alias stands for is found where its anchor is. */
export function oldBooleansIn(node: ParsedNode | null, path = ""): readonly OldBoolean[] {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return node.items.flatMap(({ key, value }) =>
      isScalar(key) ? oldBooleansIn(value, argumentPath(path, String(key.value))) : [],
    );
  }
  if (isSeq<ParsedNode>(node)) {
    return node.items.flatMap((item, index) => oldBooleansIn(item, argumentPath(path, index)));
  }
  return isScalar(node) ? oldBoolean(node, path) : [];
}

function oldBoolean({ value, source = "" }: Scalar, path: string): readonly OldBoolean[] {
  if (typeof value !== "boolean" || source.toLowerCase() === String(value)) return [];
  return [{ path, word: source, value }];
}
