// Serves the files of a directory by their names, as the web does: the first address leads to another one.
// Runs inside the cluster's network namespace, so it is a program of its own without dependencies.
// Arguments: ADDRESS PORT DIRECTORY.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, join } from "node:path";

const [address, port, directory] = process.argv.slice(2);

createServer((request, response) => {
  const name = basename(request.url);
  if (!request.url.startsWith("/moved/")) {
    response.writeHead(302, { location: `/moved/${name}` }).end();
    return;
  }
  readFile(join(directory, name)).then(
    (content) => response.end(content),
    () => response.writeHead(404).end("there is no such file"),
  );
}).listen(Number(port), address);
