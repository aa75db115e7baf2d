// Reads the status list with @sd-jwt/jwt-status-list after a verification with jose. Compares every
// entry with the records, and the entries of the files with the expected ones. status.sh creates
// all of them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { createLocalJWKSet, jwtVerify } from "jose";
import { StatusList, getListFromStatusListJWT, getStatusListFromJWT } from "@sd-jwt/jwt-status-list";

const folder = join(process.argv[2], "status");
const text = (...name) => readFileSync(join(folder, ...name), "utf8");
const json = (...name) => JSON.parse(text(...name));
const commercial = createLocalJWKSet(json("jwks.json"));
const trial = createLocalJWKSet(json("jwks-trial.json"));
const options = {
  algorithms: ["EdDSA"],
  typ: "statuslist+jwt",
  issuer: "https://acme.example/licensing",
  requiredClaims: ["sub", "iat", "exp", "ttl"],
  clockTolerance: 300,
};
const ENTRIES = 1_048_576;
const VALUES = { valid: 0, invalid: 1, suspended: 2 };

const verify = async (token, { keys = commercial, ...other } = {}) => (await jwtVerify(token, keys, { ...options, ...other })).payload;
const read = (part) => JSON.parse(Buffer.from(part, "base64url").toString());
const write = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const unpack = (lst) => inflateSync(Buffer.from(lst, "base64url"));
const same = (a, b) => a.length === b.length && a.every((value, at) => value === b[at]);
function demand(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

const token = text("list.status");
const [header, payload, signature] = token.split(".");
const claims = read(payload);
const { bits, lst } = claims.status_list;
const withList = (packed) => `${header}.${write({ ...claims, status_list: { bits, lst: packed } })}.${signature}`;

// The expected entries: the entries in the records, and valid for all others.
const files = new Map();
for (const name of readdirSync(join(folder, "records"))) {
  for (const { uri, idx, status, jti } of json("records", name)) {
    const before = files.get(idx) ?? { jti, status };
    demand(uri === claims.sub && status in VALUES, `${name}: another list`);
    demand(before.jti === jti && before.status === status, `${name}: entry ${idx} is said to be two things`);
    files.set(idx, { jti, status });
  }
}
const expected = new Uint8Array(ENTRIES);
for (const [idx, { status }] of files) expected[idx] = VALUES[status];
const count = (values, wanted) => values.reduce((sum, value) => sum + (value === wanted), 0);
function mismatches(values) {
  demand(values.length === ENTRIES, `${values.length} entries`);
  return expected.reduce((sum, value, idx) => sum + (value !== values[idx]), 0);
}

let failed = false;
async function check(what, judge) {
  try {
    const said = await judge();
    console.log("ok ", said === undefined ? what : `${what} (${said})`);
  } catch (error) {
    failed = true;
    console.log("FAILED ", what + ":", error.message);
  }
}
async function refuse(who, what, judge) {
  try {
    await judge();
    failed = true;
    console.log("FAILED ", who, "accepts", what);
  } catch (error) {
    console.log("ok ", who, "refuses", what, `(${error.code ?? error.message})`);
  }
}

await check("jose accepts the status list", async () => {
  await verify(token);
});
let values = [];
await check("jwt-status-list reads it", () => {
  const list = getListFromStatusListJWT(token);
  values = list.statusList;
  const size = `${values.length} entries of ${list.getBitsPerStatus()} bits`;
  demand(size === `${ENTRIES} entries of 2 bits`, size);
  return size;
});
await check("jwt-status-list finds every entry as the records state it", () => {
  const other = mismatches(values);
  demand(other === 0, `${other} of ${ENTRIES} are others`);
  const [valid, invalid, suspended] = Object.keys(VALUES).map((status) => count([...files.values()].map((file) => file.status), status));
  demand(valid && invalid && suspended, "the records state too little");
  return `${other} of ${ENTRIES} are others; of ${files.size} files ${valid} valid, ${invalid} invalid, ${suspended} suspended`;
});
await check("jwt-status-list finds as many as were published", () => {
  const [list, ...more] = json("lists.json");
  const [published] = json("published.json");
  const found = [files.size, count(values, 1), count(values, 2), count(values, 3)];
  const wanted = [list.taken, published.invalid, published.suspended, 0];
  demand(more.length === 0 && same(found, wanted), `${found}, not ${wanted}`);
});
await check("jwt-status-list finds what was done to each file", () => {
  const done = text("done").trim().split("\n").map((line) => line.split(" "));
  for (const [value, name] of done) {
    const { idx, uri } = getStatusListFromJWT(text(name));
    demand(uri === claims.sub && values[idx] === Number(value), `${name} is ${values[idx]}, not ${value}`);
  }
  demand(done.length === files.size, `${done.length} files, ${files.size} in the records`);
  return `${done.length} files`;
});
await check("jwt-status-list packs the same entries into the same bytes", () => {
  const packed = new StatusList(values, bits).compressStatusList();
  demand(unpack(packed).equals(unpack(lst)), "others");
  demand(mismatches(StatusList.decompressStatusList(packed, bits).statusList) === 0, "read again it is another");
});
await check("jwt-status-list sees the one entry that was changed", () => {
  const cleared = values.slice();
  cleared[values.indexOf(1)] = 0;
  const other = mismatches(getListFromStatusListJWT(withList(new StatusList(cleared, bits).compressStatusList())).statusList);
  demand(other === 1, `${other} are others`);
});
// The known answers of the draft (draft-ietf-oauth-status-list, Status List).
for (const [width, bytes, packed, statuses] of [
  [1, "b9a3", "eNrbuRgAAhcBXQ", [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]],
  [2, "c944f9", "eNo76fITAAPfAgc", [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]],
]) {
  await check(`jwt-status-list agrees with the draft's list of bits ${width}`, () => {
    demand(same(StatusList.decompressStatusList(packed, width).statusList, statuses), "it reads others");
    demand(unpack(new StatusList(statuses, width).compressStatusList()).toString("hex") === bytes, "it packs others");
  });
}

const nothing = new StatusList(new Array(ENTRIES).fill(0), bits).compressStatusList();
await refuse("jose", "a list in which nothing is ended", () => verify(withList(nothing)));
const longer = write({ ...claims, exp: claims.exp + 86_400 });
await refuse("jose", "a list that is good for longer", () => verify(`${header}.${longer}.${signature}`));
const another = (signature[0] === "A" ? "B" : "A") + signature.slice(1);
await refuse("jose", "a changed signature", () => verify(`${header}.${payload}.${another}`));
await refuse("jose", "no algorithm", () => verify(`${write({ ...read(header), alg: "none" })}.${payload}.`));
await refuse("jose", "a list beside the trial set", () => verify(token, { keys: trial }));
await refuse("jose", "a list that was not renewed", () => verify(token, { currentDate: new Date((claims.exp + 301) * 1000) }));
await refuse("jose", "a license for a list", () => verify(text("good.lic")));
await refuse("jose", "a list for a license", () => verify(token, { typ: "licentia-license+jwt" }));
const whole = Buffer.from(lst, "base64url");
for (const [what, cut] of [
  ["half a list", whole.subarray(0, whole.length / 2)],
  ["a list without its checksum", whole.subarray(0, -4)],
  ["a list with another checksum", Buffer.concat([whole.subarray(0, -4), Buffer.alloc(4)])],
  ["a list of no bytes", Buffer.alloc(0)],
]) {
  await refuse("jwt-status-list", what, () => getListFromStatusListJWT(withList(cut.toString("base64url"))));
}
process.exit(failed ? 1 : 0);
