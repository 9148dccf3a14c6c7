import type { LogLevel } from "../log";

/** What the library of functions in Go reads from LOGGING_LEVEL; it knows neither "off" nor "all". */
export const goLevel = (level: LogLevel = "info"): string => (level === "off" || level === "all" ? "info" : level);
