#!/usr/bin/env node
// The command line: its bundle, which in a checkout is built when it is not current.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const bundle = join(__dirname, "..", "dist", "cli.js");
const checkout = join(__dirname, "..", "tools", "build", "current-cli.cjs");
if (existsSync(checkout)) require(checkout).ensureCurrent(bundle);
require(bundle);
