import assert from "node:assert/strict";
import { renderRules } from "../../tools/generate/rules-page";

describe("renderRules", () => {
  it("has a row and a section for each rule, in their order", () => {
    const page = renderRules([
      {
        code: "FM003",
        severity: "error",
        inManifests: "warning",
        title: "Names | are well formed",
        description: "Why.",
      },
      { code: "FM010", severity: "warning", inManifests: "warning", title: "Inputs are written", description: "What." },
      {
        code: "FM060",
        severity: "warning",
        also: "error",
        inManifests: "warning",
        title: "Both",
        description: "Which.",
      },
    ]);
    assert.match(page, /^<!-- .*npm run generate.*-->\n/);
    assert.ok(page.includes("| [FM003](#fm003) | error | Names \\| are well formed |\n| [FM010](#fm010) | warning |"));
    assert.match(
      page,
      /## FM003\n\n\*\*Names \| are well formed\*\*\n\nError: .*\. In operator manifests a warning .*\n\nWhy\.\n\n## FM010\n\n.*\n\nWarning: it is shown, and stops nothing\.\n/,
    );
    assert.ok(page.includes("| [FM060](#fm060) | error or warning | Both |"));
    assert.match(page, /\*\*Both\*\*\n\nError: .* Or, where the text below says so, a warning: .*\n\nWhich\./);
  });
});
