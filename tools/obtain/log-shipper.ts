import { findGoBuild, obtainGoBuild, type GoBuild } from "./go";
import { versions } from "./versions";

const build: GoBuild = {
  name: "log-shipper",
  version: versions.goFunction,
  module: "log-shipper",
  programs: [{ package: ".", output: "log-shipper" }],
  expected: "1 min",
  title: "the tests' stand-in for the image that publishes log lines",
  without: "everything but the test of log topics by a sidecar works without it",
  usesCgo: false,
};

/** The directory of `log-shipper`, if it was built. */
export const findLogShipper = (): Promise<string | undefined> => findGoBuild(build);

/** The directory of `log-shipper`, which publishes lines of log files and runs in any Linux image. */
export const obtainLogShipper = (): Promise<string> => obtainGoBuild(build);
