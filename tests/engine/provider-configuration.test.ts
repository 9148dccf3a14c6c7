import assert from "node:assert/strict";
import { admin } from "./harness/admin";
import { project } from "./harness/mesh-program";
import { pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";
import { changes } from "./harness/steps";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** One provider, one Pulsar cluster: from arguments, from the stack's configuration, and from the environment. */
describe("the configuration of the provider", () => {
  let broker: PulsarServer;
  let stack: Stack;
  /** What the command line printed, and states that it left. */
  let seen = "";
  const wrongToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2VjcmV0";

  before(async () => {
    broker = await pulsar("secure", { auth: "token" });
    stack = await Stack.create({ language: "yaml", files: program({}) });
  });
  after(() => stack.remove());

  it("is taken from the variables of Pulsar's own tools where nothing is stated", async () => {
    stack.export({ WEB_SERVICE_URL: broker.adminUrl, PULSAR_TOKEN: broker.token("admin") });
    stack.write(program({ "by-variables": tenant("by-variables") }));
    succeeds(await stack.up());
    assert.equal(await status("by-variables"), 200);
    stack.export({ WEB_SERVICE_URL: undefined, PULSAR_TOKEN: undefined });
    const without = await stack.refresh();
    assert.match(without.output, /WEB_SERVICE_URL/);
    assert.notEqual(without.code, 0);
  });

  it("is taken from the stack, with a token of the environment before one that is stored", async () => {
    succeeds(await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl));
    succeeds(await stack.pulumi("config", "set", "--secret", "--path", "function-mesh:auth.token", wrongToken));
    // A refresh uses what the last update stored.
    succeeds(await stack.up());
    const refused = await stack.refresh();
    seen += refused.output;
    assert.match(refused.output, /Pulsar answered 401/);
    stack.export({ PULSAR_TOKEN: broker.token("admin") });
    succeeds(await stack.refresh());
    succeeds(await stack.up("--refresh"));
    succeeds(await stack.preview("--expect-no-changes"));
  });

  it("shows nobody a token that is for another cluster", async () => {
    stack.export({ WEB_SERVICE_URL: "http://127.0.0.1:9" });
    const refused = await stack.refresh();
    seen += refused.output;
    assert.match(refused.output, /Pulsar answered 401/);
    stack.export({ WEB_SERVICE_URL: undefined });
  });

  it("goes to no provider of the program's own that names its cluster", async () => {
    stack.write(program({ "by-variables": tenant("by-variables"), ...own({}, "unknown") }));
    const refused = await stack.up();
    seen += refused.output;
    assert.match(
      refused.output,
      /Tenant \(unknown\):\s+error: Could not .*: Pulsar answered 401 "Authentication required"/,
    );
  });

  it("is refused where a key is wrong, with the nearest right one", async () => {
    succeeds(await stack.pulumi("config", "set", "--path", "function-mesh:limits.callTimeoutSecond", "5"));
    const refused = await stack.preview();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /limits\.callTimeoutSecond: .* did you mean callTimeoutSeconds\?/);
    succeeds(await stack.pulumi("config", "rm", "--path", "function-mesh:limits"));
    succeeds(await stack.pulumi("config", "set", "function-mesh:adminUlr", "x"));
    assert.match((await stack.preview()).output, /adminUlr: .* did you mean adminUrl\?/);
    succeeds(await stack.pulumi("config", "rm", "function-mesh:adminUlr"));
  });

  it("changes only the provider when a credential is rotated, its kind changed, or a limit or the URL", async () => {
    const first = { auth: { token: { "fn::secret": broker.token("admin") } } };
    const rest = { "by-variables": tenant("by-variables") };
    stack.write(program({ ...rest, ...own(first, "owned") }));
    succeeds(await stack.up());
    stack.export({ OWN_TOKEN: broker.token("admin") });
    const later: readonly Properties[] = [
      { auth: { token: { "fn::secret": broker.token("admin", 3600) } } },
      { auth: { tokenVariable: "OWN_TOKEN" } },
      { auth: { tokenVariable: "OWN_TOKEN" }, limits: { parallelCalls: 2 } },
      { auth: { tokenVariable: "OWN_TOKEN" }, adminUrl: broker.adminUrl.replace("127.0.0.1", "localhost") },
    ];
    for (const properties of later) {
      stack.write(program({ ...rest, ...own(properties, "owned") }));
      assert.deepEqual(await changes(stack), ["update pulumi:providers:function-mesh cluster"]);
      succeeds(await stack.up());
    }
    succeeds(await stack.preview("--refresh", "--expect-no-changes"));
    seen += (await stack.state()).text;
  });

  it("tells of each call with --debug, and shows no credential", async () => {
    const quiet = await stack.refresh();
    succeeds(quiet);
    assert.doesNotMatch(quiet.output, /\/admin\/v2/);
    const loud = await stack.pulumi("refresh", "--yes", "--skip-preview", "--debug");
    succeeds(loud);
    assert.match(loud.output, /debug: GET \/admin\/v2\/tenants\/owned: 200 in \d+ ms/);
    const tenantLines = loud.output.slice(loud.output.indexOf("Tenant (owned)"));
    assert.match(tenantLines, /GET \/admin\/v2\/tenants\/owned/);
    for (const token of [broker.token("admin"), wrongToken]) assert.ok(!seen.includes(token));
  });

  it("serves a destroy without the program, with a token of the environment", async () => {
    succeeds(await stack.destroy());
    assert.deepEqual([await status("owned"), await status("by-variables")], [404, 404]);
  });

  const program = (resources: Properties) => project("configured", resources);
  const tenant = (name: string, options: Properties = {}): Properties => ({
    type: "function-mesh:pulsar:Tenant",
    properties: { tenant: name },
    options,
  });
  /** A tenant with a provider of its own. */
  const own = (properties: Properties, name: string): Properties => ({
    cluster: { type: "pulumi:providers:function-mesh", properties: { adminUrl: broker.adminUrl, ...properties } },
    [name]: tenant(name, { provider: "${cluster}" }),
  });
  const status = async (name: string): Promise<number> =>
    (await admin(broker.adminUrl, `/tenants/${name}`, { token: broker.token("admin") })).status;
  const succeeds = (result: RunResult): void => {
    seen += result.output;
    assert.equal(result.code, 0, result.output);
  };
});
