import { type PulsarAuthSpec } from "../../../../provider/model/pulsar-cluster";
import { type AdminErrorKind } from "../../../../provider/pulsar/admin/error";
import { type AdminRequest } from "../../../../provider/pulsar/admin/request";
import {
  cut,
  halfAnswer,
  halfChunks,
  hang,
  hangInBody,
  html,
  json,
  reason,
  redirect,
  type Step,
} from "./scripted-broker";

export const get: AdminRequest = { method: "GET", path: "/admin/v2/tenants/t", purpose: "read tenant t" };
export const put: AdminRequest = { ...get, method: "PUT", body: { a: 1 }, purpose: "create tenant t" };

/** A call, and what the broker answers to it and its repetitions. */
export interface BrokerCase {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly request?: AdminRequest;
  readonly auth?: PulsarAuthSpec;
  /** Kind and status of the failure; absent: it succeeds. */
  readonly fails?: readonly [AdminErrorKind, number?];
  readonly tries: number;
}

export const fine = json(200, { ok: true });
const empty =
  (status: number): Step =>
  (response) =>
    response.writeHead(status).end();
export const typed =
  (contentType: string, text: string): Step =>
  (response) =>
    response.writeHead(200, { "content-type": contentType }).end(text);
/** To another path of the same host. */
const redirectWithin =
  (path: string, scheme = "http"): Step =>
  (response, request) =>
    redirect(`${scheme}://${request.headers.host ?? ""}${path}`)(response, request);
/** An error of the broker as it words it. */
export const trace = "\n --- An unexpected error occurred in the server ---\n\nMessage: BadVersionException\n";
/** Another token each time that it is asked for one. */
const renewable: PulsarAuthSpec = { tokenCommand: ["sh", "-c", "date +%s%N"] };

/** What one broker does not do on request, and what becomes of the call. */
export const brokerCases: readonly BrokerCase[] = [
  { name: "a cut connection", steps: [cut, fine], tries: 2 },
  { name: "a cut connection while it creates", steps: [cut, fine], request: put, tries: 2 },
  { name: "an answer that ends in the middle", steps: [halfAnswer, fine], tries: 2 },
  { name: "an answer of unknown length that ends in the middle", steps: [halfChunks, fine], request: put, tries: 2 },
  { name: "a call that hangs", steps: [hang, fine], request: put, tries: 2 },
  { name: "an answer that hangs in the middle", steps: [hangInBody, fine], tries: 2 },
  { name: "429", steps: [html(429, "Too Many Requests"), fine], request: put, tries: 2 },
  { name: "429 several times", steps: [html(429, "x"), html(429, "x"), html(429, "x"), fine], request: put, tries: 4 },
  { name: "502 of a gateway", steps: [html(502, "Bad Gateway"), fine], request: put, tries: 2 },
  { name: "503 of a proxy", steps: [html(503, "no broker"), fine], request: put, tries: 2 },
  { name: "503 of the broker", steps: [reason(503, "The topic is being unloaded"), fine], request: put, tries: 2 },
  { name: "504 of a gateway", steps: [html(504, "Gateway Timeout"), fine], request: put, tries: 2 },
  {
    name: "503 of a service that is off",
    steps: [reason(503, "Package Management Service is not enabled in the broker.")],
    fails: ["status", 503],
    tries: 1,
  },
  {
    name: "409 concurrent modification",
    steps: [reason(409, "Concurrent modification"), reason(409, "Concurrent modification"), fine],
    request: { ...put, method: "POST" },
    tries: 3,
  },
  { name: "409 exists", steps: [reason(409, "Tenant already exists")], request: put, fails: ["status", 409], tries: 1 },
  {
    name: "409 a limit is reached",
    steps: [reason(409, "Exceed maximum number of topics in namespace.")],
    request: put,
    fails: ["status", 409],
    tries: 1,
  },
  {
    name: "412 fencing",
    steps: [reason(412, "Subscription Busy: Failed to fence subscription"), fine],
    request: put,
    tries: 2,
  },
  { name: "412 else", steps: [reason(412, "Clusters do not exist")], request: put, fails: ["status", 412], tries: 1 },
  { name: "500 BadVersion", steps: [reason(500, trace), fine], request: put, tries: 2 },
  { name: "500 while it reads", steps: [reason(500, "odd"), reason(500, "odd"), fine], tries: 3 },
  { name: "500 that stays while it reads", steps: [reason(500, "odd")], fails: ["status", 500], tries: 3 },
  { name: "500 after other failures", steps: [cut, cut, cut, reason(500, "odd"), reason(500, "odd"), fine], tries: 6 },
  {
    name: "500 that stays between other failures",
    steps: [reason(500, "odd"), cut, reason(500, "odd"), cut, reason(500, "odd")],
    fails: ["status", 500],
    tries: 5,
  },
  { name: "500 while it writes", steps: [reason(500, "odd")], request: put, fails: ["status", 500], tries: 1 },
  { name: "401 without a reason", steps: [html(401, "Unauthorized")], fails: ["status", 401], tries: 1 },
  { name: "401 once", steps: [html(401, "Unauthorized"), fine], auth: renewable, tries: 2 },
  { name: "401 once, empty", steps: [empty(401), fine], auth: renewable, request: put, tries: 2 },
  { name: "401 twice", steps: [html(401, "Unauthorized")], auth: renewable, fails: ["status", 401], tries: 2 },
  { name: "401 with a reason", steps: [reason(401, "no")], auth: renewable, fails: ["status", 401], tries: 1 },
  { name: "403", steps: [reason(403, "no")], auth: renewable, fails: ["status", 403], tries: 1 },
  { name: "404", steps: [reason(404, "Tenant does not exist")], fails: ["status", 404], tries: 1 },
  { name: "400", steps: [typed400()], request: put, fails: ["status", 400], tries: 1 },
  { name: "405", steps: [empty(405)], request: put, fails: ["status", 405], tries: 1 },
  { name: "415", steps: [empty(415)], request: put, fails: ["status", 415], tries: 1 },
  { name: "422", steps: [html(422, "Invalid schema")], request: put, fails: ["status", 422], tries: 1 },
  {
    name: "a chain of redirects",
    steps: [redirectWithin("/a"), redirectWithin("/b"), redirectWithin("/c"), fine],
    request: put,
    tries: 4,
  },
  { name: "a redirect in a circle", steps: [redirectWithin("/a")], fails: ["redirect"], tries: 6 },
  { name: "a redirect to a foreign host", steps: [redirect("http://10.0.0.1/x")], fails: ["redirect"], tries: 1 },
  { name: "a redirect to another scheme", steps: [redirectWithin("/a", "https")], fails: ["redirect"], tries: 1 },
  { name: "a redirect to nowhere", steps: [redirect("")], fails: ["redirect"], tries: 1 },
  { name: "a redirect and then a cut connection", steps: [redirectWithin("/a"), cut, fine], tries: 3 },
  { name: "a login page by another address", steps: [found], fails: ["status", 302], tries: 1 },
  { name: "a login page", steps: [html(200, "Log in")], request: put, fails: ["status", 200], tries: 1 },
  { name: "JSON by another name", steps: [typed("text/plain", '{"ok":true}')], tries: 1 },
  { name: "an answer of no type", steps: [empty(204)], request: put, tries: 1 },
];

function typed400(): Step {
  return (response) => response.writeHead(400, { "content-type": "text/plain" }).end("Unrecognized token 'x'\n at [Y]");
}

/** What a gateway does with those who have not logged in. */
export function found(response: Parameters<Step>[0]): void {
  response.writeHead(302, { location: "http://10.0.0.1/login?state=s3cret" }).end();
}
