#!/usr/bin/env node
// The command line: its bundle, which in a checkout is built when it is not current.
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { goWhereNpmWasCalled } = require("./npm-caller.js");

const root = join(__dirname, "..");
const bundle = join(root, "dist", "cli.js");
const checkout = join(root, "tools", "build", "current-cli.cjs");
goWhereNpmWasCalled("function-mesh", root);
if (existsSync(checkout)) require(checkout).ensureCurrent(bundle);
require(bundle);
