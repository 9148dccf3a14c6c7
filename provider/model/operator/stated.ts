type CanBeLeftOut<Fields> = { [Field in keyof Fields]: undefined extends Fields[Field] ? Field : never }[keyof Fields];

/** Fields of which some may be undefined, as fields of which these may be left out. */
export type Stated<Fields> = { readonly [Field in Exclude<keyof Fields, CanBeLeftOut<Fields>>]: Fields[Field] } & {
  readonly [Field in CanBeLeftOut<Fields>]?: Exclude<Fields[Field], undefined>;
};

/** Leaves out what is undefined. */
export function stated<Fields extends object>(fields: Fields): Stated<Fields> {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) kept[field] = value;
  return isStated<Fields>(kept) ? kept : unreachable();
}

/** Nothing but undefined values is gone. */
const isStated = <Fields>(kept: object): kept is Stated<Fields> => typeof kept === "object";

const unreachable = (): never => {
  throw new TypeError("an object is an object");
};
