// The vectors by jose: the rules of docs/verify/README.md in JavaScript. Prints a verdict for each vector of level `basic`.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { compactVerify, importJWK } from "jose";

const U32 = 4_294_967_295;
const MAX_LIST = 262_144;

class Refused extends Error {}
class Ignored extends Error {}
function demand(holds, code) {
  if (!holds) throw new Refused(code);
}

// JSON as T3 and T6 demand it. JSON.parse keeps one of two members and does not tell 2.0 from 2: the text is scanned here. A whole
// number becomes a BigInt, every other number a Number.
function parse(bytes) {
  demand(bytes[0] === 0x7b, "malformed");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
  } catch {
    throw new Refused("malformed");
  }
  let at = 0;
  const space = () => {
    while (" \t\n\r".includes(text[at]) && at < text.length) at += 1;
  };
  const string = () => {
    const start = at;
    for (at += 1; text[at] !== '"'; at += 1) if (text[at] === "\\") at += 1;
    at += 1;
    const found = JSON.parse(text.slice(start, at));
    demand(found.isWellFormed(), "malformed"); // no surrogate without its pair
    return found;
  };
  const value = (depth) => {
    space();
    demand(depth <= 127 || !"{[".includes(text[at]), "malformed");
    if (text[at] === "{") {
      const members = new Map();
      at += 1;
      space();
      while (text[at] !== "}") {
        if (text[at] === ",") at += 1;
        space();
        const name = string();
        demand(!members.has(name), "malformed");
        space();
        at += 1; // the colon
        members.set(name, value(depth + 1));
        space();
      }
      at += 1;
      return members;
    }
    if (text[at] === "[") {
      const items = [];
      at += 1;
      space();
      while (text[at] !== "]") {
        if (text[at] === ",") at += 1;
        items.push(value(depth + 1));
        space();
      }
      at += 1;
      return items;
    }
    if (text[at] === '"') return string();
    const rest = /[^\s,\]}]+/y;
    rest.lastIndex = at;
    const [word] = rest.exec(text);
    at += word.length;
    return /^(0|-?[1-9][0-9]*)$/.test(word) ? BigInt(word) : JSON.parse(word);
  };
  return value(1);
}

// T1
function clean(text) {
  const lines = text.split("\n").map((line) =>
    line.replace(/[\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]/gu, "").replace(/^>+/, "").replace(/=$/, ""));
  const token = lines.join("");
  demand(Buffer.byteLength(token) <= 1_048_576, "too_large");
  return token;
}

function decode(part) {
  const bytes = Buffer.from(part, "base64url");
  demand(bytes.toString("base64url") === part, "malformed");
  return bytes;
}

// T2 and T3
function split(token, typ) {
  const parts = token.split(".");
  demand(parts.length === 3, "malformed");
  const [head, payload] = parts.map(decode);
  const header = parse(head);
  demand(["alg", "kid", "typ"].every((name) => isText(header.get(name))), "malformed");
  demand(["EdDSA", "Ed25519"].includes(header.get("alg")), "unsupported");
  demand(header.get("typ") === typ, "wrong_type");
  demand(header.size === 3, "unsupported");
  return [header, payload];
}

const isText = (value) => typeof value === "string";
const isFilled = (value) => isText(value) && value !== "";
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isTime = (value) => typeof value === "bigint" && BigInt.asIntN(64, value) === value;
const isNumber = (value) => typeof value === "bigint" && BigInt.asUintN(64, value) === value;
const isWhole = (value, least) => isNumber(value) && value >= least;
const isCount = (value) => isWhole(value, 0) && value <= U32;
const isOneUp = (value) => isWhole(value, 1) && value <= U32;
const isBoolean = (value) => typeof value === "boolean";
const isObject = (value) => value instanceof Map;
const isOneOf = (...values) => (value) => values.includes(value);
function isDay(value) {
  const parts = isText(value) && /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (!parts || parts[1] === "0000") return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
// Checks the type of a claim.
function has(claims, name, holds, required = true) {
  demand(isObject(claims) && (claims.has(name) ? holds(claims.get(name)) : !required), "malformed");
}

// T7
function checkFormat(claims) {
  has(claims, "fmt", isOneUp);
  demand(claims.get("fmt") === 1n, "unsupported");
}
function checkEnvelope(claims) {
  has(claims, "iss", isFilled);
  has(claims, "jti", isFilled);
  has(claims, "iat", isTime);
  has(claims, "exp", isTime, false);
  has(claims, "test", isBoolean, false);
}

const thumbprint = (x) => createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");
const isEd25519 = (key) => isObject(key) && key.get("kty") === "OKP" && key.get("crv") === "Ed25519" && isText(key.get("x"));

// T5
async function verified(token, x) {
  try {
    const key = await importJWK({ kty: "OKP", crv: "Ed25519", x }, "EdDSA");
    return (await compactVerify(token, key, { algorithms: ["EdDSA", "Ed25519"] })).payload;
  } catch {
    throw new Refused("bad_signature");
  }
}

// K1 to K5
async function openKeySet(text, pin, now, allowTest) {
  const token = clean(text);
  const [header, payload] = split(token, "licentia-keyset+jwt");
  const root = parse(payload).get("root");
  demand(isEd25519(root), "malformed");
  demand(thumbprint(root.get("x")) === pin && header.get("kid") === pin, "unknown_key");
  demand((parse(payload).get("transitions") ?? []).length === 0, "unsupported");
  const claims = parse(await verified(token, root.get("x")));
  checkFormat(claims);
  checkEnvelope(claims);
  has(claims, "version", (value) => isWhole(value, 1));
  has(claims, "keys", (value) => Array.isArray(value) && value.every(isObject));
  demand(claims.get("iat") - 86_400n <= now, "not_yet_valid");
  demand(allowTest || claims.get("test") !== true, "test_file");
  const keys = new Map();
  for (const key of claims.get("keys")) {
    const kid = key.get("kid");
    demand(isEd25519(key) && isText(key.get("name")), "malformed");
    demand(kid === thumbprint(key.get("x")) && kid !== pin && !keys.has(kid), "malformed");
    has(key, "edition", isOneOf("commercial", "trial"));
    has(key, "state", isOneOf("active", "retired", "revoked"));
    for (const name of ["not_before", "not_after", "retired_at", "revoked_at"]) has(key, name, isTime, false);
    demand(key.get("state") !== "retired" || key.has("retired_at"), "malformed");
    has(key, "scope", isObject, false);
    const scope = key.get("scope") ?? new Map();
    for (const name of ["kinds", "products"]) has(scope, name, isTexts, false);
    for (const name of ["max_term_days", "max_seats"]) has(scope, name, isCount, false);
    keys.set(kid, key);
  }
  return { claims, keys };
}

// T2 to T7: the claims, and the key that signed them.
async function open(set, token, typ) {
  const [header] = split(token, typ);
  const key = set.keys.get(header.get("kid"));
  demand(key !== undefined, "unknown_key");
  const claims = parse(await verified(token, key.get("x")));
  checkFormat(claims);
  checkEnvelope(claims);
  return [claims, key];
}

// L2
function checkClaims(claims) {
  has(claims, "sub", isFilled);
  has(claims, "nbf", isTime);
  has(claims, "edition", isOneOf("commercial", "trial"));
  has(claims, "revision", isOneUp);
  has(claims, "seats", isOneUp);
  has(claims, "model", isOneOf("named", "floating", "device"));
  const product = claims.get("product");
  has(product, "code", isText);
  has(product, "name", isText);
  has(product, "kind", isOneOf("base", "application"));
  has(product, "allow_login", isBoolean, false);
  has(product, "requires", isTexts, false);
  has(claims, "modules", Array.isArray, false);
  for (const module of claims.get("modules") ?? []) {
    has(module, "code", isText);
    has(module, "value", isNumber, false);
    has(module, "ends", isDay, false);
  }
  has(claims.get("customer"), "code", isText);
  has(claims.get("customer"), "name", isText);
  has(claims.get("customer"), "company", isText, false);
  has(claims, "users", isTexts, false);
  has(claims, "container", isObject, false);
  has(claims.get("term"), "starts", isDay);
  has(claims.get("term"), "ends", isDay, false);
  has(claims.get("term"), "checkpoint_days", isCount, false);
  has(claims.get("term"), "grace_days", isCount, false);
  has(claims, "offline", isObject, false);
  has(claims.get("offline") ?? new Map(), "max_days", isCount, false);
  has(claims.get("offline") ?? new Map(), "max_starts", isCount, false);
  has(claims, "enforcement", isOneOf("block", "warn", "log"));
  has(claims, "attributes", (value) => isObject(value) && [...value.values()].every(isText), false);
  if (claims.has("status")) {
    has(claims, "status", isObject);
    has(claims.get("status").get("status_list"), "idx", isCount);
    has(claims.get("status").get("status_list"), "uri", isText);
  }
}

// L3
function checkVendor(set, claims) {
  demand(claims.get("iss") === set.claims.get("iss"), "wrong_issuer");
  demand((claims.get("test") ?? false) === (set.claims.get("test") ?? false), "test_file");
}

// L5
function checkState(key, iat) {
  const kept = key.get("scope")?.has("max_term_days") && key.has("revoked_at") && iat < key.get("revoked_at");
  demand(key.get("state") !== "revoked" || kept, "revoked_key");
  demand(key.get("state") === "active" || !key.has("retired_at") || iat <= key.get("retired_at"), "retired_key");
  demand(!key.has("not_before") || iat >= key.get("not_before"), "key_expired");
  demand(!key.has("not_after") || iat <= key.get("not_after"), "key_expired");
}

// L6, as far as it concerns every file.
function checkScope(key, kind, claims) {
  const scope = key.get("scope") ?? new Map();
  demand(!scope.has("kinds") || scope.get("kinds").includes(kind), "out_of_scope");
  if (scope.has("max_term_days")) {
    demand(claims.has("exp") && claims.get("exp") - claims.get("iat") <= scope.get("max_term_days") * 86_400n, "out_of_scope");
  }
  return scope;
}

// S4
function unpack(lst) {
  const zipped = decode(lst);
  let found;
  try {
    found = inflateSync(zipped, { info: true, maxOutputLength: MAX_LIST });
  } catch (error) {
    throw new Refused(error.code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "malformed");
  }
  demand(found.engine.bytesWritten === zipped.length, "malformed");
  return found.buffer;
}

// S1 to S4
async function statusList(text, set, now) {
  const [claims, key] = await open(set, clean(text), "statuslist+jwt");
  has(claims, "sub", isFilled);
  has(claims, "ttl", isNumber, false);
  const packed = claims.get("status_list");
  has(packed, "bits", isOneOf(1n, 2n, 4n, 8n));
  has(packed, "lst", isText);
  checkVendor(set, claims);
  demand(key.get("edition") === "commercial", "edition_mismatch");
  try {
    checkState(key, claims.get("iat"));
  } catch (refused) {
    throw refused.message === "revoked_key" ? new Ignored() : refused;
  }
  checkScope(key, "status", claims);
  demand(claims.get("iat") - 86_400n <= now, "not_yet_valid");
  return { claims, bits: Number(packed.get("bits")), entries: unpack(packed.get("lst")) };
}

// S1 to S6
async function checkStatus(claims, lists, set, now) {
  const listed = claims.get("status").get("status_list");
  let newest;
  for (const text of lists) {
    try {
      const found = await statusList(text, set, now);
      if (found.claims.get("sub") === listed.get("uri") && !(newest?.claims.get("iat") >= found.claims.get("iat"))) newest = found;
    } catch (error) {
      if (!(error instanceof Ignored)) throw error;
    }
  }
  if (newest === undefined) return;
  const bit = Number(listed.get("idx")) * newest.bits;
  const byte = newest.entries[Math.floor(bit / 8)];
  demand(byte !== undefined, "out_of_range");
  const value = (byte >> bit % 8) & (2 ** newest.bits - 1);
  demand(value !== 2, "suspended");
  demand(value === 0, "revoked");
}

// L1 to L11
async function license(text, set, { now, product, user, lists }) {
  const [claims, key] = await open(set, clean(text), "licentia-license+jwt");
  checkClaims(claims);
  checkVendor(set, claims);
  demand(claims.get("edition") === key.get("edition"), "edition_mismatch");
  checkState(key, claims.get("iat"));
  const scope = checkScope(key, "license", claims);
  demand(!scope.has("products") || scope.get("products").includes(claims.get("product").get("code")), "out_of_scope");
  demand(!scope.has("max_seats") || claims.get("seats") <= scope.get("max_seats"), "out_of_scope");
  demand(!scope.has("max_term_days") || claims.get("enforcement") === "block", "out_of_scope");
  demand(claims.get("nbf") - 600n <= now && claims.get("iat") - 86_400n <= now, "not_yet_valid");
  demand(claims.get("enforcement") !== "block" || !claims.has("exp") || now < claims.get("exp"), "expired");
  if (claims.has("container")) {
    throw new Refused(claims.get("container").get("kind") === "cloud" ? "no_credential" : "wrong_container");
  }
  if (user !== null) {
    demand(claims.has("users") ? claims.get("users").includes(user) : claims.get("model") !== "named", "not_assigned");
  }
  demand(product === null || claims.get("product").get("code") === product, "wrong_product");
  if (claims.has("status")) await checkStatus(claims, lists, set, now);
}

const folder = process.argv[2];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const { level, text, circumstances } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  if (level !== "basic") continue;
  const name = file.slice(0, -".json".length);
  try {
    const { now, keyset, root, product, user, status } = circumstances;
    demand(keyset !== null, "unknown_key");
    const set = await openKeySet(keyset, root, now, circumstances.allow_test);
    await license(text, set, { now, product, user, lists: status ?? [] });
    console.log(name, "valid");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(name, "refused", error.message);
  }
}
