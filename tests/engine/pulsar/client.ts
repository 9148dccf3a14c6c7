import { WebSocket } from "undici";
import { type Broker } from "./broker";

/** A client of the broker that stays connected until it is closed. */
export interface TestClient {
  close(): void;
}

/** Connects over the broker's own WebSocket endpoint, which needs no client library. */
function connect(broker: Broker, path: string): Promise<WebSocket> {
  const socket = new WebSocket(`${broker.adminUrl.replace(/^http/, "ws")}/ws/v2/${path}`);
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", (event) => reject(event.error ?? new Error(`no connection to ${path}`)));
  });
}

export const startConsumer = (broker: Broker, topic: string, subscription: string): Promise<TestClient> =>
  connect(broker, `consumer/persistent/${topic}/${subscription}?consumerName=reader`);

export const startProducer = (broker: Broker, topic: string): Promise<TestClient> =>
  connect(broker, `producer/persistent/${topic}?producerName=writer`);

/** Sends one message and disconnects. */
export async function produce(broker: Broker, topic: string): Promise<void> {
  const socket = await connect(broker, `producer/persistent/${topic}`);
  const answer = new Promise((resolve) => socket.addEventListener("message", resolve, { once: true }));
  socket.send(JSON.stringify({ payload: "aGVsbG8=" }));
  await answer;
  const closed = new Promise((resolve) => socket.addEventListener("close", resolve, { once: true }));
  socket.close();
  await closed;
}
