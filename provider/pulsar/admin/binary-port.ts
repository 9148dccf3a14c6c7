import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { socketHost } from "../../model/socket-host";
import { AdminError } from "./error";
import { type Send } from "./request";

/** How long a port has to answer in Pulsar's binary protocol. */
const patienceMs = 2_000;

/** The transport's words for a connection that ends without an answer in HTTP. */
const withoutAnswer = /^(UND_ERR_SOCKET|ECONNRESET|EPIPE|NOT_HTTP|ERR_SSL_\w+)$/;

/**
 * Fails at once where the admin URL names the port that clients use. A broker just cuts HTTP there, as one does that is about to end, and
 * would be tried again for long; so the port itself is asked, in Pulsar's binary protocol, once and until the cluster has answered.
 */
export function withPortCheck(next: Send): Send {
  let hasAnswered = false;
  const asked = new Map<string, Promise<boolean>>();
  const isBinary = (base: string): Promise<boolean> => {
    const answer = asked.get(base) ?? speaksPulsar(base);
    asked.set(base, answer);
    return answer;
  };
  return async (request) => {
    try {
      const response = await next(request);
      hasAnswered = true;
      return response;
    } catch (error) {
      const isOdd = error instanceof AdminError && error.kind === "connection" && withoutAnswer.test(error.reason);
      if (!isOdd || hasAnswered || !(await isBinary(request.base))) throw error;
      const sentence =
        `${request.base} is the port of Pulsar's binary protocol, which clients use. ` +
        `Let adminUrl name the port of the admin API, such as http://broker:8080 or https://broker:8443.`;
      throw new AdminError({ ...error.facts, retryable: false, sentence });
    }
  };
}

/** The start of a connection, without a credential: `CONNECT` with a name of the client and a version of the protocol. */
function connectFrame(): Buffer {
  const client = Buffer.from("function-mesh");
  const connectCommand = Buffer.concat([Buffer.from([0x0a, client.length]), client, Buffer.from([0x20, 13])]);
  const command = Buffer.concat([Buffer.from([0x08, 2, 0x12, connectCommand.length]), connectCommand]);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(command.length + 4, 0);
  sizes.writeUInt32BE(command.length, 4);
  return Buffer.concat([sizes, command]);
}

/** The types of a broker's first answers: `CONNECTED`, or `ERROR` to those who bring no credential. */
const firstAnswers: ReadonlySet<number | undefined> = new Set([3, 14]);

const isFrame = (bytes: Buffer): boolean =>
  bytes.length >= 10 &&
  bytes.readUInt32BE(4) <= bytes.readUInt32BE(0) - 4 &&
  bytes[8] === 0x08 &&
  firstAnswers.has(bytes[9]);

/** True when the host answers in Pulsar's binary protocol, with or without TLS, whatever the URL says. */
async function speaksPulsar(base: string): Promise<boolean> {
  const url = new URL(base);
  const at = { host: socketHost(url), port: Number(url.port) || (url.protocol === "https:" ? 443 : 80) };
  // Nothing secret is sent, so whose certificate it is does not matter.
  const ways = [() => connectPlain(at), () => connectTls({ ...at, rejectUnauthorized: false })];
  const answers = await Promise.all(ways.map((open) => firstAnswer(open())));
  return answers.some(isFrame);
}

function firstAnswer(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => {
    const end = (bytes: Buffer): void => {
      socket.destroy();
      resolve(bytes);
    };
    socket.setTimeout(patienceMs, () => end(Buffer.alloc(0)));
    socket.on("error", () => end(Buffer.alloc(0)));
    socket.on("close", () => end(Buffer.alloc(0)));
    socket.once("data", end);
    socket.write(connectFrame());
  });
}
