import { type PropertySchema } from "../../provider/pulumi/schema/package-schema";

export interface DescribedProperty extends PropertySchema {
  readonly description?: string;
}

/** The example of an argument's own documentation: a right value. `undefined` where it has none. */
export function exampleOf({ description }: DescribedProperty): unknown {
  const [, text] = /For example `(.+?)`\.?$/s.exec(description ?? "") ?? [];
  return text === undefined ? undefined : JSON.parse(text);
}
