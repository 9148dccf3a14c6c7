import type { Problem } from "../../model/problem";
import { helpOf, wantedText } from "./value-kinds";

/** True where any text would do, and something else stands. */
export const wantsText = ({ code, help }: Problem): boolean => code === "FM080" && help === helpOf(wantedText);
