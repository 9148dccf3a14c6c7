// Entry of the plugin. The engine reads the port from the first line of standard output; nothing else may be printed there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProviderConnection } from "./pulumi/connection";
import { hearStrayErrors } from "./pulumi/construct/stray-errors";
import { endWithEngine, engineAddress } from "./pulumi/engine-life";
import type { PackageSchema } from "./pulumi/schema/package-schema";
import { serve } from "./pulumi/server";

const schemaText = readFileSync(join(__dirname, "..", "schema.json"), "utf8");
const schema: PackageSchema = JSON.parse(schemaText);
const engine = engineAddress(process.argv.slice(2));
endWithEngine(engine);
hearStrayErrors();
// An engine that starts the plugin uses it as one provider instance, also when it has to connect again. One that attaches to
// it opens a connection per instance.
const own = engine === undefined ? undefined : new ProviderConnection(schemaText, schema, engine);
serve(() => own ?? new ProviderConnection(schemaText, schema, engine)).then(
  ({ port }) => console.log(String(port)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
