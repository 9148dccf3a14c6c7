import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { formedText, textForms } from "../../../provider/model/text-form";
import { placeholder } from "../../../provider/model/unknown";

const awkward = fc.string({
  unit: fc.constantFrom(..."\"'`$(){}\\%#;=:,[] \tüß✓", "$(HOME)", "%(x)s", "%%", "a", "b"),
  minLength: 1,
});
/** What files of that kind cannot hold: blanks around, and what makes a line a comment, a file or an option. */
const line = awkward.map((text) => text.trim()).filter((text) => text !== "" && !/^[#@-]/.test(text));

describe("text-form", () => {
  it("of JSON is read as the text it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.equal(JSON.parse(`"${textForms.json(text)}"`), text);
      }),
    );
  });

  it("of a line has none of its breaks, and JSON in it means the same", () => {
    const json = JSON.stringify({ user: "a\nb", deep: { list: [1, "x  y"] } }, undefined, 2);
    assert.equal(textForms.line(`${json}\n`).includes("\n"), false);
    assert.deepEqual(JSON.parse(textForms.line(`${json}\r\n`)), JSON.parse(json));
    fc.assert(fc.property(line, (text) => textForms.line(text) === text));
  });

  it("of a Python configuration file is read as the text it was", () => {
    const texts = fc.sample(line, 200);
    const files = texts.map((text) => `[DEFAULT]\nkey = ${textForms.ini(text)}\n`);
    const { stdout, stderr } = spawnSync("python3", ["-c", reader], {
      input: JSON.stringify(files),
      encoding: "utf8",
      env: { PATH: process.env["PATH"], PYTHONIOENCODING: "utf8" },
    });
    assert.equal(stderr, "");
    assert.deepEqual(JSON.parse(stdout), texts);
  });

  it("is given to a placeholder that is in the text, for when its value is known", () => {
    const text = `50% ${placeholder("secret", 2)} "`;
    assert.equal(formedText(text, "ini"), `50%% ${placeholder("secret", 2, "ini")} "`);
    assert.equal(formedText(text, "json"), `50% ${placeholder("secret", 2, "json")} \\"`);
  });
});

const reader = `import configparser, json, sys
values = []
for text in json.load(sys.stdin):
    config = configparser.ConfigParser()
    config.read_string(text)
    values.append(config["DEFAULT"]["key"])
json.dump(values, sys.stdout)
`;
