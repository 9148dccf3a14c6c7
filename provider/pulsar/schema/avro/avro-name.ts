/** A name and the namespace it is in; an empty namespace is none. */
export interface AvroName {
  readonly namespace: string;
  readonly local: string;
}

export const avroPrimitives: readonly string[] = [
  "boolean",
  "bytes",
  "double",
  "float",
  "int",
  "long",
  "null",
  "string",
];

/** A name with dots says its namespace itself, whatever stands beside it. */
export function avroName(text: string, namespace: string): AvroName {
  const dot = text.lastIndexOf(".");
  return dot < 0 ? { namespace, local: text } : { namespace: text.slice(0, dot), local: text.slice(dot + 1) };
}

export const fullAvroName = ({ namespace, local }: AvroName): string =>
  namespace === "" ? local : `${namespace}.${local}`;

/** As Pulsar judges: letters of any script, and namespaces with anything in them. */
export const isAvroLocalName = (text: string): boolean => /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text);

/** The type that a reference means among those defined before it: in its own namespace, or in none. */
export function referredName(text: string, namespace: string, defined: (name: string) => boolean): string | undefined {
  const name = avroName(text, namespace);
  return [fullAvroName(name), name.local].find(defined);
}
