// Where the sink of the quickstart delivers to: keeps the distinct bodies it is sent, and tells them to whoever asks.
// Runs inside the cluster's network namespace, so it is a program of its own without dependencies.
import { createServer } from "node:http";

const [address, port] = process.argv.slice(2);
const bodies = new Set();
createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    if (request.method === "POST") bodies.add(body);
    response.setHeader("content-type", "application/json");
    response.end(request.method === "GET" ? JSON.stringify([...bodies]) : "");
  });
}).listen(Number(port), address);
