// The plugin's program: the bundle where there is one, else, in a checkout, the sources.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const bundle = join(__dirname, "..", "dist", "provider.js");
if (!existsSync(bundle)) require("ts-node/register/transpile-only");
require(existsSync(bundle) ? bundle : "../provider/index.ts");
