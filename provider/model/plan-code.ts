import { connectorPathOf } from "./connector";
import { imagePath } from "./image-path";
import type { KeyedMember } from "./keyed-member";
import type { MeshSpec } from "./mesh";
import { isLocated } from "./package-location";
import type { MemberPlan, PackagePlan } from "./plan";
import { runtimeDefaults } from "./runtime-defaults";

/** What is downloaded for a member, and what its instances are told about the image. */
export function planCode(member: KeyedMember, mesh: MeshSpec): Pick<MemberPlan, "package" | "connectorsDirectory"> {
  const downloaded = planPackage(member, mesh);
  const connectorsDirectory = member.spec.runner?.connectorsDirectory ?? mesh.defaults?.runner?.connectorsDirectory;
  return {
    ...(downloaded === undefined ? {} : { package: downloaded }),
    ...(connectorsDirectory === undefined ? {} : { connectorsDirectory }),
  };
}

function planPackage(member: KeyedMember, mesh: MeshSpec): PackagePlan | undefined {
  const { location, path } = statedPackage(member);
  if (location === undefined) return undefined;
  const { packageCluster } = member.spec;
  return {
    location,
    path: imagePath(path ?? ""),
    ...(packageCluster === undefined ? {} : { pulsarCluster: packageCluster }),
    ...(hasTools(member) ? {} : { toolsImage: mesh.defaults?.images?.java ?? runtimeDefaults.java.image }),
  };
}

/** Java and Python instances are parts of Pulsar and stand in images that have the rest of it as well; the others do not. */
const hasTools = ({ kind, spec }: KeyedMember): boolean =>
  kind !== "function" || (spec.golang === undefined && spec.genericRuntime === undefined);

interface StatedPackage {
  readonly location?: string | undefined;
  readonly path?: string | undefined;
}

function statedPackage(member: KeyedMember): StatedPackage {
  if (member.kind !== "function") {
    const { connector } = member.spec;
    return isLocated(connector) ? { location: connector, path: connectorPathOf(member.spec) } : {};
  }
  const { java, python, golang, genericRuntime } = member.spec;
  if (java !== undefined) return { location: java.jarLocation, path: java.jar };
  if (python !== undefined) return { location: python.pyLocation, path: python.py };
  if (golang !== undefined) return { location: golang.goLocation, path: golang.go };
  return { location: genericRuntime?.functionFileLocation, path: genericRuntime?.functionFile };
}
