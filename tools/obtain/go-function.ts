import { findGoBuild, obtainGoBuild, type GoBuild } from "./go";
import { versions } from "./versions";

const build: GoBuild = {
  name: "go-function",
  version: versions.goFunction,
  module: "function",
  programs: [{ package: ".", output: "function" }],
  expected: "1 min",
  title: "the function in Go of the tests",
  without: "everything but the test of functions in Go works without it",
  usesCgo: false,
};

/** The directory of `function`, a function in Go, if it was built. */
export const findGoFunction = (): Promise<string | undefined> => findGoBuild(build);

/** The directory of `function`, a function in Go that runs in any Linux image. */
export const obtainGoFunction = (): Promise<string> => obtainGoBuild(build);
