import { WebSocket } from "undici";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { type Broker } from "./broker";

/** A client of the broker that stays connected until it is closed. */
export interface TestClient {
  close(): void;
}

/** Connects over the broker's own WebSocket endpoint, which needs no client library. */
function connect(broker: Pick<Broker, "adminUrl">, path: string): Promise<WebSocket> {
  const socket = new WebSocket(`${broker.adminUrl.replace(/^http/, "ws")}/ws/v2/${path}`);
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", (event) => reject(event.error ?? new Error(`no connection to ${path}`)));
  });
}

export const startConsumer = (
  broker: Pick<Broker, "adminUrl">,
  topic: string,
  subscription: string,
): Promise<TestClient> => connect(broker, `consumer/persistent/${topic}/${subscription}?consumerName=reader`);

export const startProducer = (broker: Pick<Broker, "adminUrl">, topic: string): Promise<TestClient> =>
  connect(broker, `producer/persistent/${topic}?producerName=writer`);

/** A producer that sends one message after the other. */
export interface Writer {
  send(): Promise<void>;
  close(): Promise<void>;
}

export async function startWriter(broker: Pick<Broker, "adminUrl">, topic: string): Promise<Writer> {
  const socket = await connect(broker, `producer/persistent/${topic}`);
  return {
    async send() {
      const answer = new Promise((resolve) => socket.addEventListener("message", resolve, { once: true }));
      socket.send(JSON.stringify({ payload: "aGVsbG8=" }));
      await answer;
    },
    async close() {
      const closed = new Promise((resolve) => socket.addEventListener("close", resolve, { once: true }));
      socket.close();
      await closed;
    },
  };
}

/** Sends one message and disconnects. */
export async function produce(broker: Pick<Broker, "adminUrl">, topic: string): Promise<void> {
  const writer = await startWriter(broker, topic);
  await writer.send();
  await writer.close();
}

/** Reads and acknowledges as many messages, and disconnects. */
export async function consume(
  broker: Pick<Broker, "adminUrl">,
  { topic, subscription, count }: { readonly topic: string; readonly subscription: string; readonly count: number },
): Promise<void> {
  const socket = await connect(broker, `consumer/persistent/${topic}/${subscription}`);
  let left = count;
  const read = new Promise<void>((resolve) => {
    socket.addEventListener("message", ({ data }) => {
      const { messageId } = recordOf(JSON.parse(String(data)));
      socket.send(JSON.stringify({ messageId }));
      if ((left -= 1) === 0) resolve();
    });
  });
  await read;
  const closed = new Promise((resolve) => socket.addEventListener("close", resolve, { once: true }));
  socket.close();
  await closed;
}
