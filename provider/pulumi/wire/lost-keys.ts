import type * as grpc from "@grpc/grpc-js";

/** The protocol's maps are JavaScript objects, in which this is no key of its own: they lose the entry while a message is read. */
const key = "__proto__";

/** The entry's bytes: its key as field 1, and the beginning of field 2, its value. No text that people write has them. */
const entry = Buffer.concat([Buffer.from([0x0a, key.length]), Buffer.from(key), Buffer.from([0x12])]);

/** Calls that bring what a program states; in what others bring the key cannot be, since these refuse it. */
const bringsArguments: ReadonlySet<string> = new Set(["check", "checkConfig", "construct", "invoke"]);

const lossy = new WeakSet<object>();

/** The service, with a note of each message that lost an entry. */
export function notingLostKeys(service: grpc.ServiceDefinition): grpc.ServiceDefinition {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [name, bringsArguments.has(name) ? noting(method) : method]),
  );
}

function noting(method: grpc.MethodDefinition<object, object>): grpc.MethodDefinition<object, object> {
  const requestDeserialize = (bytes: Buffer): object => {
    const message = method.requestDeserialize(bytes);
    if (bytes.includes(entry)) lossy.add(message);
    return message;
  };
  return { ...method, requestDeserialize };
}

/** A value that went would be missing without a word. */
export function refuseLostKeys(request: object): void {
  if (lossy.has(request))
    throw new Error(`a map has the key "${key}", which is lost on the way to the plugin: write another key`);
}
