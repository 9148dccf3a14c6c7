type Fields = Readonly<Record<string, unknown>>;

interface FilledIn {
  /** Field of a pod that holds the object, or a list of them. */
  readonly within: string;
  /** Field of the object that it stands beside. */
  readonly beside: string;
  readonly values: Fields;
}

/** What the schema of Kubernetes' API fills in, and the operator's with it. */
const filledIn: readonly FilledIn[] = [
  { within: "ports", beside: "containerPort", values: { protocol: "TCP" } },
  { within: "resourceFieldRef", beside: "resource", values: { divisor: "0" } },
];

/** A piece of a pod with what Kubernetes fills in, so that it is the same before and after it is stored. */
export function withKubernetesDefaults<Piece>(piece: Piece): Piece {
  const filled = fill(piece, "");
  return isSamePiece<Piece>(filled) ? filled : piece;
}

/** Nothing was taken away from it. */
const isSamePiece = <Piece>(filled: unknown): filled is Piece => filled !== null;

function fill(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, field));
  if (!isObject(value)) return value;
  const defaults = filledIn.find(({ within, beside }) => within === field && value[beside] !== undefined)?.values;
  return { ...defaults, ...Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, name)])) };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
