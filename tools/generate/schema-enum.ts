import ts from "typescript";
import { type EnumTypeSpec } from "./schema-spec";
import { type NamedDeclaration } from "./source-program";

/** The texts of an alias that is a union of text literals; undefined for any other declaration. */
export function literalsOf(declaration: NamedDeclaration): readonly string[] | undefined {
  if (!ts.isTypeAliasDeclaration(declaration)) return undefined;
  const types = ts.isUnionTypeNode(declaration.type) ? declaration.type.types : [declaration.type];
  const literals = types.flatMap((type) =>
    ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
  );
  return literals.length === types.length ? literals : undefined;
}

/** An enumeration of a schema. */
export const enumOf = (values: readonly string[]): EnumTypeSpec => ({
  type: "string",
  enum: values.map((value) => ({ name: enumName(value), value })),
});

/** `atleast_once` → `AtleastOnce`, `KEY_VALUE` → `KeyValue`, `IfNotPresent` as it is. */
function enumName(value: string): string {
  const words = value.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const spelled = words.map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word));
  return spelled.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
