import { join } from "node:path";
import { findOnPath, oneAtATime, runLogged } from "./child";
import { checkDigest } from "./digest";
import { Unobtainable } from "./unobtainable";
import { versions } from "./versions";

export interface MavenArtifact {
  readonly coordinates: string;
  readonly sha256: string;
}

// Several Mavens at once may corrupt the local repository that they share.
const oneMaven = oneAtATime();

/** Copies a pinned artifact into the directory and checks it; returns the file's path. */
export async function copyMavenArtifact(artifact: MavenArtifact, directory: string, without: string): Promise<string> {
  const [, name = "", version = "", packaging = "", classifier] = artifact.coordinates.split(":");
  if (findOnPath("mvn") === undefined) {
    throw new Unobtainable(`${name} ${version}`, "it comes from Maven Central, and mvn is not on the PATH", without);
  }
  await oneMaven(() =>
    runLogged({
      command: "mvn",
      args: [
        "--batch-mode",
        `org.apache.maven.plugins:maven-dependency-plugin:${versions.mavenDependencyPlugin}:copy`,
        `-Dartifact=${artifact.coordinates}`,
        `-DoutputDirectory=${directory}`,
      ],
      cwd: directory, // away from any pom.xml of the caller's
      log: `maven-${name}`,
    }),
  );
  const file = join(directory, `${name}-${version}${classifier === undefined ? "" : `-${classifier}`}.${packaging}`);
  await checkDigest(file, artifact.sha256);
  return file;
}
