import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { type AddressInfo } from "node:net";

/** One answer of the script. */
export type Step = (response: ServerResponse, request: IncomingMessage) => void;

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Plays what a real broker does not do on request. After the last step it repeats that. */
export interface ScriptedBroker {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  close(): Promise<void>;
}

export async function startScriptedBroker(steps: readonly Step[]): Promise<ScriptedBroker> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const { authorization, "content-type": contentType } = headers;
      received.push({ method, url, authorization, contentType, headers, body });
      const step = steps[Math.min(received.length, steps.length) - 1];
      step?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, received, close: () => closed(server) };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

export const json =
  (status: number, body: unknown): Step =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

export const reason = (status: number, text: string): Step => json(status, { reason: text });

export const html =
  (status: number, message: string): Step =>
  (response) =>
    response
      .writeHead(status, { "content-type": "text/html;charset=iso-8859-1" })
      .end(
        `<html><head><title>Error ${status} ${message}</title></head><body><table><tr><th>MESSAGE:</th><td>${message}</td></tr></table></body></html>`,
      );

export const redirect =
  (location: string): Step =>
  (response) =>
    response.writeHead(307, { location }).end();

/** Never answers. */
export const hang: Step = () => undefined;

/** Closes the connection instead of answering. */
export const cut: Step = (response) => response.socket?.destroy();

/** Ends the connection in the middle of a body whose length was not told. */
export const halfChunks: Step = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"a":', () => response.socket?.destroy());
};

/** Says what it will say, and then nothing. */
export const hangInBody: Step = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"a":');
};

/** Closes the connection in the middle of the body. */
export const halfAnswer: Step = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"a":', () => response.socket?.destroy());
};
