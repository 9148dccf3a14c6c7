import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import * as der from "./der";

/** A certificate and its private key, both as PEM. */
export interface Credential {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority of one test cluster. */
export interface Authority extends Credential {
  readonly commonName: string;
  readonly privateKey: KeyObject;
  readonly keyId: Buffer;
}

export interface Subject {
  readonly commonName: string;
  /** Kubernetes reads it as the user's group. */
  readonly organization?: string;
  readonly usage: "client" | "server";
  readonly addresses?: readonly string[];
  readonly names?: readonly string[];
}

const day = 86_400_000;
const signatureAlgorithm = der.sequence(der.objectIdentifier("1.2.840.10045.4.3.2")); // ecdsa-with-SHA256
const usageIdentifiers = { server: "1.3.6.1.5.5.7.3.1", client: "1.3.6.1.5.5.7.3.2" } as const;

export function createAuthority(commonName: string): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const keyId = identifierOf(publicKey);
  const issuer = { commonName, privateKey };
  const extensions = [
    extension("2.5.29.19", der.sequence(der.yes), "critical"), // basic constraints: is an authority
    extension("2.5.29.15", der.bits(Buffer.from([0x86]), 1), "critical"), // key usage: signature, certificates, CRLs
    extension("2.5.29.14", der.octets(keyId)),
  ];
  const certificate = signCertificate({ issuer, subject: name({ commonName }), publicKey, extensions });
  return { commonName, privateKey, keyId, certificate, key: pemOf(privateKey) };
}

export function issue(authority: Authority, subject: Subject): Credential {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const alternatives = [
    ...(subject.names ?? []).map((dnsName) => der.plainTagged(2, Buffer.from(dnsName))),
    ...(subject.addresses ?? []).map((address) => der.plainTagged(7, Buffer.from(address.split(".").map(Number)))),
  ];
  const extensions = [
    extension("2.5.29.15", der.bits(Buffer.from([0x80]), 7), "critical"), // key usage: signature
    extension("2.5.29.37", der.sequence(der.objectIdentifier(usageIdentifiers[subject.usage]))),
    extension("2.5.29.35", der.sequence(der.plainTagged(0, authority.keyId))),
    ...(alternatives.length > 0 ? [extension("2.5.29.17", der.sequence(...alternatives))] : []),
  ];
  const certificate = signCertificate({ issuer: authority, subject: name(subject), publicKey, extensions });
  return { certificate, key: pemOf(privateKey) };
}

function signCertificate(options: {
  readonly issuer: { readonly commonName: string; readonly privateKey: KeyObject };
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}): string {
  const now = Date.now();
  const body = der.sequence(
    der.tagged(0, der.integer(Buffer.from([2]))), // version 3
    der.integer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])),
    signatureAlgorithm,
    name({ commonName: options.issuer.commonName }),
    der.sequence(der.time(new Date(now - day)), der.time(new Date(now + 365 * day))),
    options.subject,
    options.publicKey.export({ type: "spki", format: "der" }),
    der.tagged(3, der.sequence(...options.extensions)),
  );
  const signature = sign("sha256", body, options.issuer.privateKey);
  const bytes = der.sequence(body, signatureAlgorithm, der.bits(signature));
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function name({ commonName, organization }: Pick<Subject, "commonName" | "organization">): Buffer {
  const part = (identifier: string, value: string): Buffer =>
    der.set(der.sequence(der.objectIdentifier(identifier), der.text(value)));
  const organizations = organization === undefined ? [] : [part("2.5.4.10", organization)];
  return der.sequence(...organizations, part("2.5.4.3", commonName));
}

function extension(identifier: string, value: Buffer, critical?: "critical"): Buffer {
  return der.sequence(der.objectIdentifier(identifier), ...(critical ? [der.yes] : []), der.octets(value));
}

const identifierOf = (key: KeyObject): Buffer =>
  createHash("sha1")
    .update(key.export({ type: "spki", format: "der" }))
    .digest();

const pemOf = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();
