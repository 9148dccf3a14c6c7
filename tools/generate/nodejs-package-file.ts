/**
 * The SDK's package.json as it must be for a program to install the SDK's directory: the compiled files are in bin/,
 * and they read the version from a package.json beside them.
 */
export function nodejsPackageFile(text: string): string {
  const file: Record<string, unknown> = JSON.parse(text);
  const copy = "require('fs').copyFileSync('package.json', 'bin/package.json')";
  const revised = {
    ...file,
    main: "bin/index.js",
    types: "bin/index.d.ts",
    files: ["bin"],
    scripts: { build: `tsc && node -e "${copy}"` },
  };
  return `${JSON.stringify(revised, undefined, 4)}\n`;
}
