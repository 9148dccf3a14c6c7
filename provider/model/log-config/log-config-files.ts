import type { MemberPlan } from "../plan";
import { instanceLog } from "./instance-log";
import { log4jXml } from "./log4j-xml";
import { pythonIni } from "./python-ini";

/** The generated logging configuration of a member, by file name; empty where none is. */
export function logConfigFiles(member: MemberPlan, objectName: string): Readonly<Record<string, string>> {
  const log = instanceLog(member);
  if (log.file === undefined || log.file.own !== undefined) return {};
  return { [log.file.name]: member.runtime === "python" ? pythonIni(log, objectName) : log4jXml(log) };
}
