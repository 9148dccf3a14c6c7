/**
 * The hosts of an admin URL. Like Pulsar's own tools it may name several brokers of one cluster
 * (`http://a:8080,b:8080`); the scheme and a path in front of `/admin` hold for all.
 */
export function hostsOf(adminUrl: string): readonly string[] {
  const [scheme, rest] = adminUrl.trim().split("://");
  if (rest === undefined || (scheme !== "http" && scheme !== "https")) throw notAUrl(adminUrl);
  const slash = rest.indexOf("/");
  const path = (slash === -1 ? "" : rest.slice(slash)).replace(/\/+$/, "").replace(/\/admin(\/v[23])?$/, "");
  const hosts = (slash === -1 ? rest : rest.slice(0, slash)).split(",").map((host) => host.trim());
  return hosts.map((host) => {
    const url = URL.parse?.(`${scheme}://${host}`) ?? parsed(`${scheme}://${host}`);
    // A user name in the URL would end in logs and error texts.
    if (url === undefined || url.username !== "") throw notAUrl(adminUrl);
    return url.origin + path;
  });
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

const notAUrl = (adminUrl: string): Error =>
  new Error(`adminUrl ${JSON.stringify(withoutUser(adminUrl))} is not a URL like "https://broker.example.org:8443".`);

const withoutUser = (url: string): string => url.replace(/\/\/[^/@]*@/, "//");
