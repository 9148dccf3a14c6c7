/** Class names of the authentication plugins that have a form of their own here. Programs in other languages know them too. */
export const authenticationPlugins = {
  token: "org.apache.pulsar.client.impl.auth.AuthenticationToken",
  oauth2: "org.apache.pulsar.client.impl.auth.oauth2.AuthenticationOAuth2",
  tls: "org.apache.pulsar.client.impl.auth.AuthenticationTls",
} as const;
