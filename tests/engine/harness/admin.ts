/** Asks a broker's admin API directly, not through the code under test. */
export async function admin(
  url: string,
  path: string,
  options: { readonly method?: string; readonly body?: unknown; readonly token?: string } = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${url}/admin/v2${path}`, {
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
export const names = async (url: string, path: string): Promise<readonly string[]> => {
  const { body } = await admin(url, path);
  return Array.isArray(body) ? body.map(String).sort() : [];
};
