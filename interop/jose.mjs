// jose judges licentia's license files, knowing nothing but the JWK set.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";

const text = (name) => readFileSync(join(process.argv[2], name), "utf8");
const keys = createLocalJWKSet(JSON.parse(text("jwks.json")));
const options = { algorithms: ["EdDSA"], typ: "licentia-license+jwt", issuer: "https://acme.example/licensing", clockTolerance: 300 };

async function verify(token) {
  const { payload } = await jwtVerify(token, keys, options);
  if (payload.fmt !== 1 || payload.test || payload.edition !== "commercial" || payload.product.code !== "work-management") {
    throw new Error("another license");
  }
  return payload;
}

const good = text("good.lic");
const [header, payload, signature] = good.split(".");
const read = (part) => JSON.parse(Buffer.from(part, "base64url").toString());
const write = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const bad = {
  "changed seats": `${header}.${write({ ...read(payload), seats: 1000 })}.${signature}`,
  "changed signature": `${header}.${payload}.${signature[0] === "A" ? "B" : "A"}${signature.slice(1)}`,
  "no algorithm": `${write({ ...read(header), alg: "none" })}.${payload}.`,
  "another kid": `${write({ ...read(header), kid: "x".repeat(43) })}.${payload}.${signature}`,
  "another type": `${write({ ...read(header), typ: "JWT" })}.${payload}.${signature}`,
  "a trial": text("trial.lic"),
  "an expired one": text("expired.lic"),
};

let failed = false;
try {
  const claims = await verify(good);
  if (claims.seats !== 10) throw new Error("other seats");
  console.log("ok  jose accepts the license");
} catch (error) {
  failed = true;
  console.log("FAILED  jose refuses the license:", error.message);
}
for (const [what, token] of Object.entries(bad)) {
  try {
    await verify(token);
    failed = true;
    console.log("FAILED  jose accepts", what);
  } catch (error) {
    console.log("ok  jose refuses", what, `(${error.code ?? error.message})`);
  }
}
process.exit(failed ? 1 : 0);
