import { ruleTable } from "../../provider/model/rules";
import { generatedNotice, type Generator } from "./generator";

/** docs/rules.md, from the table of rules. */
export const rulesPage: Generator = {
  name: "rules",
  owns: ["docs/rules.md"],
  generate: async () => new Map(ruleTable.length === 0 ? [] : [["docs/rules.md", renderRules(ruleTable)]]),
};

type DocumentedRule = (typeof ruleTable)[number];

type Severity = DocumentedRule["severity"];

const severities: Readonly<Record<Severity, string>> = {
  error: "Error: nothing is made or changed until it is mended.",
  warning: "Warning: it is shown, and stops nothing.",
};

/** Which of its findings are of the other kind, the description of a rule says. */
const severitiesOf = ({ severity, also }: DocumentedRule): string =>
  also === undefined
    ? severities[severity]
    : `${severities.error} Or, where the text below says so, a warning: it is shown, and stops nothing.`;

/** What a rule is for operator manifests, where that differs. */
const inManifests = ({ severity, inManifests: other }: DocumentedRule): string =>
  severity === "error" && other === "warning" ? " In operator manifests a warning where the operator accepts it." : "";

/** The page, in the order of the rules. */
export function renderRules(rules: readonly DocumentedRule[]): string {
  const rows = rules.map(
    ({ code, severity, also, title }) =>
      `| [${code}](#${anchor(code)}) | ${also === undefined ? severity : "error or warning"} | ${cell(title)} |`,
  );
  const sections = rules.map(
    (rule) =>
      `## ${rule.code}\n\n**${rule.title}**\n\n${severitiesOf(rule)}${inManifests(rule)}\n\n${rule.description}\n`,
  );
  return [
    `<!-- ${generatedNotice} -->`,
    "",
    "# Rules",
    "",
    "A mesh is checked as a whole before anything is made: everything that is wrong is said at once, each with the",
    "argument, what is wrong with it and what to write instead.",
    "",
    "| code | severity | what must hold |",
    "| --- | --- | --- |",
    ...rows,
    "",
    sections.join("\n"),
  ].join("\n");
}

const anchor = (code: string): string => code.toLowerCase();
const cell = (text: string): string => text.replaceAll("|", "\\|");
