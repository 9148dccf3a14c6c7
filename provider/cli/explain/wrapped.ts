import { lineWidth } from "../output/line-width";

/** Text in lines that every terminal shows unbroken. Lines that are given stay apart. */
export function wrapped(text: string, indent = "", width = lineWidth): string {
  return text
    .split("\n")
    .flatMap((line) => linesOf(line, width - indent.length))
    .map((line) => `${line === "" ? "" : indent}${line}\n`)
    .join("");
}

function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
