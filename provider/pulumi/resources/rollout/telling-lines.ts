const shown = 12;
const telling = /\b(ERROR|FATAL|CRITICAL)\b|Exception|Caused by|Traceback|\bError\b|Errno|error:|refused/;
/** Credentials have no place in an error message, wherever an instance got them from. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g, "[token]"],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/]+@/gi, "$1[hidden]@"],
  [
    /((?:password|passwd|secret|token)[\w-]*["']?\s*[=:]\s*)("[^"]*"|'[^']*'|(?!\[token\])[^\s,;&}"']+)/gi,
    "$1[hidden]",
  ],
];

export const speaksOfErrors = (log: string): boolean => log.split("\n").some((line) => telling.test(line));

/**
 * The lines of an instance's log that say why it ended: of its last lines those that speak of errors, else just the last
 * ones. Stack frames are left out.
 */
export function tellingLines(log: string): readonly string[] {
  const lines = withoutPythonFrames(log.split("\n"))
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !/^\s*at [\w.$/]+\(|^\s*\.\.\. \d+ (more|common frames)/.test(line));
  const errors = lines.slice(-200).filter((line) => telling.test(line));
  const chosen = errors.length > 0 ? errors : lines;
  return distinct(chosen)
    .slice(-shown)
    .map((line) => masked(line).slice(0, 400));
}

const masked = (line: string): string => masks.reduce((text, [secret, mask]) => text.replace(secret, mask), line);

const foreignFrame = /^\s*File "[^"]*(\/instances\/|-packages\/|\/lib\/python)[^"]*", line \d+/;

/**
 * Without the frames that are not the user's, each with the source line behind it, and the scraps that Python's logger makes
 * of a traceback (`^`, `.`): a dozen of them would hide why a connection failed.
 */
function withoutPythonFrames(lines: readonly string[]): readonly string[] {
  const texts = lines.map((line) => line.replace(/^(\[[^\]]*\] )+\S+\.py: /, ""));
  const isFrame = (index: number): boolean => foreignFrame.test(texts[index] ?? "");
  return lines.filter((line, index) => {
    const text = texts[index] ?? "";
    const isScrap = text !== line && !/\w/.test(text);
    return !isScrap && !isFrame(index) && !isFrame(index - 1);
  });
}

/** The same exception is often logged several times on its way up. */
function distinct(lines: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const message = line.replace(/^[\d\-T:.,+\sZ[\]]+/, "");
    if (seen.has(message)) return false;
    seen.add(message);
    return true;
  });
}
