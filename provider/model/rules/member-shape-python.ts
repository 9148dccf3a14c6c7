import type { PythonSpec } from "../program";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** A function in Python has its file, of one kind, and a class in it. */
export function pythonFindings(
  at: (...steps: readonly string[]) => string,
  { code, py, pyLocation }: PythonSpec,
  className: string,
): readonly Finding[] {
  if (code === undefined) {
    if (py !== undefined && py !== "") return [];
    const message = py === "" ? "is empty" : "is missing, and so is `py`";
    return [{ path: at("python", py === "" ? "py" : "code"), message, help: "state the function's file" }];
  }
  const beside = Object.entries({ py, pyLocation }).find(([, value]) => value !== undefined);
  if (beside !== undefined) {
    return [{ path: at("python", beside[0]), message: "is stated together with `code`", help: "keep one of the two" }];
  }
  // The file is named after the module, so the module must be a name that Python can import from one file, and that a
  // ConfigMap has room for. Names in Python are of letters of any language.
  const isClass = /^[A-Za-z_]\w*(\.[\p{ID_Start}_]\p{ID_Continue}*)?$/u.test(className);
  if (className === "" || !isKnown(className) || isClass) return [];
  const help = "write <module>.<Class>, or <module> for a module with a function `process`";
  return [{ path: at("className"), message: `"${className}" does not name a class in one file of Python`, help }];
}
