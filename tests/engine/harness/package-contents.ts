import { admin, names } from "./admin";

/**
 * The packages of functions in a namespace, as the ids of resources would name them. A broker keeps them when it deletes the
 * namespace. It goes on listing those that were deleted, so a version counts only if something describes it.
 */
export async function packagesOf(adminUrl: string, namespace: string): Promise<readonly string[]> {
  const path = `/packages/function/${namespace}`;
  const versions = (await names(adminUrl, path, "v3")).map(async (name) => {
    const listed = await names(adminUrl, `${path}/${name}`, "v3");
    const described = listed.map((version) =>
      admin(adminUrl, `${path}/${name}/${version}/metadata`, { version: "v3" }),
    );
    const isThere = (await Promise.all(described)).map(({ status }) => status === 200);
    return listed.filter((_, index) => isThere[index]).map((version) => `function://${namespace}/${name}@${version}`);
  });
  return (await Promise.all(versions)).flat();
}
