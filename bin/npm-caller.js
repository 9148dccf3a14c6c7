// `npm run` starts a script in the folder of its package, and tells in INIT_CWD where it was called: there relative paths are meant.
const { existsSync, realpathSync } = require("node:fs");
const { join } = require("node:path");

/** Goes there, where npm runs this script of the package at `root`; a script of another package has chosen its folder itself. */
function goWhereNpmWasCalled(script, root) {
  const { INIT_CWD: caller = "", npm_lifecycle_event: event, npm_package_json: description = "" } = process.env;
  if (event !== script || !existsSync(caller) || !existsSync(description)) return;
  if (realpathSync(description) === realpathSync(join(root, "package.json"))) process.chdir(caller);
}

module.exports = { goWhereNpmWasCalled };
