import { parseJson } from "./json";
import { type AdminResponse } from "./request";

/** What Pulsar said about a failure, and whether it was Pulsar that spoke. */
export interface Reason {
  readonly text: string;
  readonly fromPulsar: boolean;
}

const longest = 400;
const noise = /\s*(?:---\s*An unexpected error occurred in the server ---\s*)?(?:Message:\s*)?/;

/** The broker's words in an answer, whichever form they came in; stack traces are cut. */
export function reasonOf(response: AdminResponse): Reason {
  const body = jsonBody(response);
  if (body !== undefined && "reason" in body) return { text: shortened(textOf(body.reason)), fromPulsar: true };
  // The HTTP server in front of Pulsar's own code answers those who ask for JSON in JSON as well, and writes it as for a page.
  if (body !== undefined) {
    return { text: "message" in body ? shortened(unescaped(textOf(body.message))) : "", fromPulsar: false };
  }
  const text = /^\s*</.test(response.text) ? htmlReason(response.text) : response.text;
  return { text: shortened(text), fromPulsar: false };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function jsonBody(response: AdminResponse): object | undefined {
  if (!response.contentType.includes("json") && !response.text.startsWith("{")) return undefined;
  try {
    const body = parseJson(response.text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Jetty's error page: its MESSAGE row says the most, its title the least. */
function htmlReason(html: string): string {
  const found =
    /<th>MESSAGE:<\/th>\s*<td>([\s\S]*?)<\/td>/i.exec(html)?.[1] ?? /<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? "";
  return unescaped(found.replace(/<[^>]*>/g, " "));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };

const unescaped = (text: string): string => text.replace(/&(\w+|#39);/g, (whole, name) => entities[name] ?? whole);

function shortened(text: string): string {
  const firstLines = text.replace(noise, "").split(/\n\s*at |\nStacktrace|\n/)[0] ?? "";
  const flat = firstLines.replace(/\s+/g, " ").trim();
  return flat.length > longest ? `${flat.slice(0, longest)}…` : flat;
}
