import { writtenSteps } from "../../model/argument-path";
import { nearest } from "../../model/nearest";
import { operatorWords } from "../../model/operator/operator-words";
import type { PackageSchema } from "../../pulumi/schema/package-schema";
import { allFields } from "./all-fields";

const most = 5;
/** Shorter pieces stand in too many names to say anything. */
const shortestPiece = 3;

/**
 * Fields that somebody may have meant: the same last name elsewhere, else a name much like it, else names that it is a part of.
 */
export function similarFields(path: string, schema: PackageSchema): readonly string[] {
  const fields = allFields(schema);
  const wanted = writtenSteps(path).at(-1) ?? "";
  const ending = (name: string) => fields.filter((field) => lastOf(field) === name);
  const same = ending(wanted);
  if (same.length > 0) return same.slice(0, most);
  const words = [...new Set(operatorWords.map(({ word }) => word))];
  const guess = nearest(wanted, [...new Set([...fields, ...words].map(lastOf))]);
  if (guess !== undefined) return [...ending(guess), ...words.filter((word) => lastOf(word) === guess)].slice(0, most);
  const piece = wanted.toLowerCase();
  if (piece.length < shortestPiece) return [];
  return fields.filter((field) => lastOf(field).toLowerCase().includes(piece)).slice(0, most);
}

const lastOf = (field: string): string => field.slice(field.lastIndexOf(".") + 1);
