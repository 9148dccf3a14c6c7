// Loaded before a provider that waits for engines to attach: it ends with the tests that started it, also when these are killed.
const { setInterval } = require("node:timers");

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 2_000).unref();
