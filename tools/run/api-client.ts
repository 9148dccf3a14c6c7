import { request } from "node:https";
import { type Credential } from "./certificates";

/** Requests to one API server, without the cost of a kubectl process for each. */
export interface ApiClient {
  /** True when the path answers 200. */
  answers(path: string): Promise<boolean>;
  /** True when the object's condition of that type is "True". */
  hasCondition(path: string, type: string): Promise<boolean>;
  /** Server-side apply. */
  apply(path: string, object: object): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface WithConditions {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

const limit = 5_000;

export function apiClient(options: {
  readonly server: string;
  readonly authority: string;
  readonly credential: Credential;
}): ApiClient {
  const { server, authority, credential } = options;
  const send = (method: string, path: string, body?: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = request(
        new URL(path, server),
        {
          method,
          ca: authority,
          cert: credential.certificate,
          key: credential.key,
          timeout: limit,
          headers: body === undefined ? {} : { "content-type": "application/apply-patch+yaml" },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk: string) => (text += chunk));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
          response.on("error", reject);
        },
      );
      call.on("timeout", () => call.destroy(new Error(`${method} ${path}: no answer within ${limit} ms`)));
      call.on("error", reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return {
    answers: async (path) => (await send("GET", path)).status === 200,
    hasCondition: async (path, type) => {
      const answer = await send("GET", path);
      if (answer.status !== 200) return false;
      const { status } = JSON.parse(answer.text) as WithConditions;
      return (status?.conditions ?? []).some((condition) => condition.type === type && condition.status === "True");
    },
    apply: async (path, object) => {
      const answer = await send("PATCH", `${path}?fieldManager=function-mesh-run&force=true`, object);
      if (answer.status >= 300) throw new Error(`applying ${path}: ${answer.status} ${answer.text}`);
    },
  };
}
