// `npm run bench -- NAME`: runs a benchmark. Its last line is JSON, for whoever compares runs.
import { benchRender } from "./render";

const benchmarks: Readonly<Record<string, () => object>> = { render: benchRender };

const [name = ""] = process.argv.slice(2);
const bench = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (bench === undefined) {
  console.error(`there is no benchmark "${name}"; there are ${Object.keys(benchmarks).join(", ")}`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(bench()));
}
