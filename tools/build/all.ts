// `npm run build`: the bundles of the plugin and of the command line, and the SDK for Node.js.
import { join } from "node:path";
import { buildNodejsSdk } from "../generate/build-sdk";
import { buildCli } from "./build-cli";
import { buildProvider } from "./provider";

async function main(): Promise<void> {
  await Promise.all([buildProvider(), buildCli(), buildNodejsSdk()]);
  const root = join(__dirname, "..", "..");
  console.log(`Pulumi finds the plugin with this directory on the PATH:
  export PATH="${join(root, "bin")}:$PATH"
Programs in Node.js install the SDK:
  npm install ${join(root, "sdk", "nodejs")}`);
}

void main();
