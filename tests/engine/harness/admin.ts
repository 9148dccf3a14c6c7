export interface AdminOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  /** Of the API: `v2` unless packages are asked for. */
  readonly version?: "v2" | "v3";
}

/** Asks a broker's admin API directly, not through the code under test. */
export async function admin(
  url: string,
  path: string,
  options: AdminOptions = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${url}/admin/${options.version ?? "v2"}${path}`, {
    method: options.method ?? "GET",
    headers: {
      "content-type": "application/json",
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // Some answers are plain text.
  }
  return { status: response.status, body };
}

/** Names in a list answer, sorted. */
export const names = async (
  url: string,
  path: string,
  version: AdminOptions["version"] = "v2",
): Promise<readonly string[]> => {
  const { body } = await admin(url, path, { version });
  return Array.isArray(body) ? body.map(String).sort() : [];
};
