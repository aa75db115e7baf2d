/* The vectors by OpenSSL: the rules of docs/verify/README.md in C, with zlib for status lists. Prints a verdict for each vector of
   level basic. Build: cc -std=c11 verify_openssl.c -lcrypto -lz */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <openssl/evp.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { MAX_TOKEN = 1048576, MAX_LIST = 262144, DEEPEST = 127 };
static const int64_t U32 = 4294967295;

/* Errors: a check that fails jumps to judge(). */

static jmp_buf refused;
static const char *refusal;

static void refuse(const char *code) {
    refusal = code;
    longjmp(refused, 1);
}

static void demand(bool holds, const char *code) {
    if (!holds) refuse(code);
}

static void fail(const char *why) {
    fprintf(stderr, "verify_openssl: %s\n", why);
    exit(2);
}

/* Memory: everything that belongs to one vector is freed together. */

typedef struct Block {
    struct Block *next;
    max_align_t data[];
} Block;
static Block *blocks;

static void *get(size_t size) {
    Block *block = calloc(1, sizeof(Block) + size);
    if (block == NULL) fail("out of memory");
    block->next = blocks;
    blocks = block;
    return block->data;
}

static void free_all(void) {
    while (blocks != NULL) {
        Block *next = blocks->next;
        free(blocks);
        blocks = next;
    }
}

typedef struct {
    const unsigned char *at;
    size_t len;
} Bytes;

static Bytes bytes_of(const char *text) { return (Bytes){(const unsigned char *)text, strlen(text)}; }

static bool same(Bytes a, Bytes b) { return a.len == b.len && memcmp(a.at, b.at, a.len) == 0; }

static bool is(Bytes a, const char *text) { return same(a, bytes_of(text)); }

/* UTF-8: the length of the character at a place, 0 if there is none. */
static size_t character(Bytes text, size_t at, uint32_t *code) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = text.at[at];
    size_t len = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
    if (len == 0 || at + len > text.len) return 0;
    *code = len == 1 ? first : first & (0x7fU >> len);
    for (size_t next = 1; next < len; next++) {
        if (text.at[at + next] >> 6 != 2) return 0;
        *code = *code << 6 | (text.at[at + next] & 0x3f);
    }
    bool surrogate = *code >= 0xd800 && *code <= 0xdfff;
    return *code < least[len] || *code > 0x10ffff || surrogate ? 0 : len;
}

static void check_utf8(Bytes text) {
    uint32_t code;
    for (size_t at = 0, len; at < text.len; at += len) {
        len = character(text, at, &code);
        demand(len > 0, "malformed");
    }
}

/* JSON (RFC 8259) without repeated members. A whole number of 64 bits with sign is WHOLE, a larger one of 64 bits without sign is BIG,
   every other number is OTHER. */

typedef enum { NUL, BOOLEAN, WHOLE, BIG, OTHER, TEXT, LIST, OBJECT } Kind;
typedef struct Value {
    Kind kind;
    int64_t number; /* BOOLEAN, WHOLE */
    Bytes text;     /* TEXT */
    Bytes name;     /* of a member */
    struct Value *first, *next;
    size_t count;
} Value;

typedef struct {
    Bytes text;
    size_t at;
} Reader;

static int peek(const Reader *in) { return in->at < in->text.len ? in->text.at[in->at] : -1; }

static void expect(Reader *in, int wanted) {
    demand(peek(in) == wanted, "malformed");
    in->at++;
}

static void space(Reader *in) {
    while (peek(in) == ' ' || peek(in) == '\t' || peek(in) == '\n' || peek(in) == '\r') in->at++;
}

static uint32_t hex(Reader *in) {
    uint32_t code = 0;
    for (int place = 0; place < 4; place++, in->at++) {
        int c = peek(in);
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        demand(digit >= 0, "malformed");
        code = code << 4 | (uint32_t)digit;
    }
    return code;
}

static size_t put(unsigned char *to, uint32_t code) {
    if (code < 0x80) {
        to[0] = (unsigned char)code;
        return 1;
    }
    size_t len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t place = len - 1; place > 0; place--, code >>= 6) to[place] = (unsigned char)(0x80 | (code & 0x3f));
    to[0] = (unsigned char)((0xf00U >> len & 0xff) | code);
    return len;
}

static Bytes read_string(Reader *in) {
    expect(in, '"');
    unsigned char *found = get(in->text.len - in->at + 4);
    size_t len = 0;
    while (peek(in) != '"') {
        int c = peek(in);
        demand(c >= ' ', "malformed");
        in->at++;
        if (c != '\\') {
            found[len++] = (unsigned char)c;
            continue;
        }
        static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
        int escape = peek(in);
        demand(escape > 0, "malformed");
        in->at++;
        const char *place = strchr(escapes, escape);
        if (place != NULL) {
            found[len++] = (unsigned char)meant[place - escapes];
            continue;
        }
        demand(escape == 'u', "malformed");
        uint32_t code = hex(in);
        if (code >> 10 == 0x36) {
            expect(in, '\\');
            expect(in, 'u');
            uint32_t low = hex(in);
            demand(low >> 10 == 0x37, "malformed");
            code = 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff));
        }
        demand(code >> 10 != 0x37, "malformed");
        len += put(found + len, code);
    }
    in->at++;
    return (Bytes){found, len};
}

static void digits(Reader *in) {
    demand(peek(in) >= '0' && peek(in) <= '9', "malformed");
    while (peek(in) >= '0' && peek(in) <= '9') in->at++;
}

static void read_number(Reader *in, Value *value) {
    size_t start = in->at;
    bool negative = peek(in) == '-';
    if (negative) in->at++;
    if (peek(in) == '0') in->at++;
    else digits(in);
    size_t end = in->at;
    value->kind = WHOLE;
    if (peek(in) == '.') {
        value->kind = OTHER;
        in->at++;
        digits(in);
    }
    if (peek(in) == 'e' || peek(in) == 'E') {
        value->kind = OTHER;
        in->at++;
        if (peek(in) == '+' || peek(in) == '-') in->at++;
        digits(in);
    }
    uint64_t magnitude = 0;
    for (size_t at = start + negative; at < end; at++) {
        uint64_t digit = (uint64_t)(in->text.at[at] - '0');
        if (magnitude > (UINT64_MAX - digit) / 10) value->kind = OTHER;
        else magnitude = magnitude * 10 + digit;
    }
    if (value->kind == OTHER) return;
    if (negative && (magnitude == 0 || magnitude > (uint64_t)INT64_MAX + 1)) value->kind = OTHER;
    else if (negative) value->number = -(int64_t)(magnitude - 1) - 1;
    else if (magnitude > INT64_MAX) value->kind = BIG;
    else value->number = (int64_t)magnitude;
}

static bool word(Reader *in, const char *wanted) {
    size_t len = strlen(wanted);
    if (in->text.len - in->at < len || memcmp(in->text.at + in->at, wanted, len) != 0) return false;
    in->at += len;
    return true;
}

static Value *read_value(Reader *in, int depth) {
    Value *value = get(sizeof *value), **last = &value->first;
    space(in);
    int c = peek(in);
    if (c == '{' || c == '[') {
        int close = c == '{' ? '}' : ']';
        demand(depth <= DEEPEST, "malformed");
        value->kind = c == '{' ? OBJECT : LIST;
        in->at++;
        space(in);
        while (peek(in) != close) {
            Bytes name = {NULL, 0};
            if (value->count > 0) expect(in, ',');
            space(in);
            if (c == '{') {
                name = read_string(in);
                for (Value *other = value->first; other != NULL; other = other->next) demand(!same(other->name, name), "malformed");
                space(in);
                expect(in, ':');
            }
            *last = read_value(in, depth + 1);
            (*last)->name = name;
            last = &(*last)->next;
            value->count++;
            space(in);
        }
        in->at++;
    } else if (c == '"') {
        value->kind = TEXT;
        value->text = read_string(in);
    } else if (word(in, "true") || word(in, "false")) {
        value->kind = BOOLEAN;
        value->number = c == 't';
    } else if (word(in, "null")) {
        value->kind = NUL;
    } else {
        read_number(in, value);
    }
    return value;
}

/* One JSON object. */
static Value *parse(Bytes text) {
    demand(text.len > 0 && text.at[0] == '{', "malformed");
    check_utf8(text);
    Reader in = {text, 0};
    Value *value = read_value(&in, 1);
    space(&in);
    demand(in.at == text.len, "malformed");
    return value;
}

/* The member of an object, or NULL. */
static Value *of(const Value *object, const char *name) {
    if (object == NULL || object->kind != OBJECT) return NULL;
    for (Value *member = object->first; member != NULL; member = member->next)
        if (is(member->name, name)) return member;
    return NULL;
}

static Bytes text_of(const Value *object, const char *name) {
    Value *found = of(object, name);
    demand(found != NULL && found->kind == TEXT, "malformed");
    return found->text;
}

static int64_t whole_of(const Value *object, const char *name) {
    Value *found = of(object, name);
    demand(found != NULL && found->kind == WHOLE, "malformed");
    return found->number;
}

static bool contains(const Value *list, Bytes text) {
    for (Value *item = list->first; item != NULL; item = item->next)
        if (item->kind == TEXT && same(item->text, text)) return true;
    return false;
}

/* Tokens. */

static bool is_removed(uint32_t c) {
    bool white = (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
                 c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
    return white || c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/* T1 */
static Bytes clean(Bytes text) {
    check_utf8(text);
    unsigned char *token = get(text.len + 1);
    size_t len = 0, line = 0;
    for (size_t at = 0, step; at <= text.len; at += step) {
        uint32_t code = '\n';
        step = at < text.len ? character(text, at, &code) : 1;
        if (code == '\n') {
            if (len > line && token[len - 1] == '=') len--;
            line = len;
        } else if (!is_removed(code) && !(code == '>' && len == line)) {
            memcpy(token + len, text.at + at, step);
            len += step;
        }
    }
    demand(len <= MAX_TOKEN, "too_large");
    return (Bytes){token, len};
}

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* Canonical base64url without padding. */
static Bytes decode(Bytes part) {
    unsigned char *found = get(part.len + 1);
    size_t len = 0;
    uint32_t bits = 0;
    int count = 0;
    demand(part.len % 4 != 1, "malformed");
    for (size_t at = 0; at < part.len; at++) {
        const char *place = part.at[at] == 0 ? NULL : strchr(ALPHABET, part.at[at]);
        demand(place != NULL, "malformed");
        bits = bits << 6 | (uint32_t)(place - ALPHABET);
        count += 6;
        if (count >= 8) {
            count -= 8;
            found[len++] = (unsigned char)(bits >> count);
            bits &= (1U << count) - 1;
        }
    }
    demand(bits == 0, "malformed");
    return (Bytes){found, len};
}

static Bytes encode(Bytes data) {
    unsigned char *found = get(data.len * 4 / 3 + 4);
    size_t len = 0;
    for (size_t bit = 0; bit < data.len * 8; bit += 6) {
        uint32_t two = (uint32_t)data.at[bit / 8] << 8 | (bit / 8 + 1 < data.len ? data.at[bit / 8 + 1] : 0);
        found[len++] = (unsigned char)ALPHABET[two >> (10 - bit % 8) & 0x3f];
    }
    return (Bytes){found, len};
}

typedef struct {
    Bytes kid, signed_bytes, payload, signature;
} Token;

/* T2 and T3: the payload is not yet verified. */
static Token split(Bytes token, const char *typ) {
    Bytes parts[3] = {{token.at, 0}, {NULL, 0}, {NULL, 0}};
    size_t part = 0;
    for (size_t at = 0; at < token.len; at++) {
        if (token.at[at] == '.') {
            demand(++part < 3, "malformed");
            parts[part] = (Bytes){token.at + at + 1, 0};
        } else {
            parts[part].len++;
        }
    }
    demand(part == 2, "malformed");
    Value *header = parse(decode(parts[0]));
    Token found = {text_of(header, "kid"), {token.at, parts[0].len + 1 + parts[1].len}, decode(parts[1]), decode(parts[2])};
    Bytes alg = text_of(header, "alg");
    Bytes is_typ = text_of(header, "typ");
    demand(is(alg, "EdDSA") || is(alg, "Ed25519"), "unsupported");
    demand(is(is_typ, typ), "wrong_type");
    demand(header->count == 3, "unsupported");
    return found;
}

/* T5 */
static void check_signature(Token token, Bytes x) {
    Bytes raw = decode(x);
    demand(raw.len == 32, "malformed");
    EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, raw.at, raw.len);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool fits = key != NULL && context != NULL && EVP_DigestVerifyInit(context, NULL, NULL, NULL, key) == 1 &&
                EVP_DigestVerify(context, token.signature.at, token.signature.len, token.signed_bytes.at, token.signed_bytes.len) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    demand(fits, "bad_signature");
}

static Bytes thumbprint(Bytes x) {
    static const char before[] = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"", after[] = "\"}";
    size_t len = strlen(before) + x.len + strlen(after);
    unsigned char *members = get(len + 1), *digest = get(EVP_MAX_MD_SIZE);
    memcpy(members, before, strlen(before));
    memcpy(members + strlen(before), x.at, x.len);
    memcpy(members + strlen(before) + x.len, after, strlen(after));
    unsigned int size = 0;
    if (EVP_Digest(members, len, digest, &size, EVP_sha256(), NULL) != 1) fail("no SHA-256");
    return encode((Bytes){digest, size});
}

/* The types of claims. */

typedef bool Type(const Value *value);

static bool is_text(const Value *value) { return value->kind == TEXT; }
static bool is_filled(const Value *value) { return is_text(value) && value->text.len > 0; }
static bool is_boolean(const Value *value) { return value->kind == BOOLEAN; }
static bool is_object(const Value *value) { return value->kind == OBJECT; }
static bool is_list(const Value *value) { return value->kind == LIST; }
static bool is_time(const Value *value) { return value->kind == WHOLE; }
static bool is_up(const Value *value) { return is_time(value) && value->number >= 0; }
static bool is_number(const Value *value) { return is_up(value) || value->kind == BIG; }
static bool is_one_up(const Value *value) { return is_time(value) && value->number >= 1; }
static bool is_count(const Value *value) { return is_up(value) && value->number <= U32; }
static bool is_seats(const Value *value) { return is_one_up(value) && value->number <= U32; }
static bool are_texts(const Value *value) {
    for (Value *item = value->first; item != NULL; item = item->next)
        if (!is_text(item)) return false;
    return true;
}
static bool is_version(const Value *value) { return is_one_up(value) || value->kind == BIG; }
static bool is_texts(const Value *value) { return is_list(value) && are_texts(value); }
static bool is_attributes(const Value *value) { return is_object(value) && are_texts(value); }
static bool is_bits(const Value *value) {
    return is_time(value) && (value->number == 1 || value->number == 2 || value->number == 4 || value->number == 8);
}
static bool is_day(const Value *value) {
    if (!is_text(value) || value->text.len != 10) return false;
    int parts[3] = {0, 0, 0}, part = 0;
    for (size_t at = 0; at < 10; at++) {
        int c = value->text.at[at];
        if (at == 4 || at == 7) {
            if (c != '-') return false;
            part++;
        } else {
            if (c < '0' || c > '9') return false;
            parts[part] = parts[part] * 10 + c - '0';
        }
    }
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (parts[0] % 4 == 0 && parts[0] % 100 != 0) || parts[0] % 400 == 0;
    if (parts[0] < 1 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1) return false;
    return parts[2] <= days[parts[1] - 1] + (leap && parts[1] == 2);
}
static bool is_either(const Value *value, const char *one, const char *two, const char *three) {
    return is_text(value) && (is(value->text, one) || is(value->text, two) || (three != NULL && is(value->text, three)));
}
static bool is_edition(const Value *value) { return is_either(value, "commercial", "trial", NULL); }
static bool is_state(const Value *value) { return is_either(value, "active", "retired", "revoked"); }
static bool is_model(const Value *value) { return is_either(value, "named", "floating", "device"); }
static bool is_product_kind(const Value *value) { return is_either(value, "base", "application", NULL); }
static bool is_enforcement(const Value *value) { return is_either(value, "block", "warn", "log"); }

/* Checks the type of a claim that may be there. */
static void may(const Value *claims, const char *name, Type *type) {
    demand(claims != NULL && claims->kind == OBJECT, "malformed");
    Value *found = of(claims, name);
    demand(found == NULL || type(found), "malformed");
}

/* Checks the type of a claim that must be there. */
static void has(const Value *claims, const char *name, Type *type) {
    may(claims, name, type);
    demand(of(claims, name) != NULL, "malformed");
}

/* T7 and the claims of every file. */
static void check_envelope(const Value *claims) {
    has(claims, "fmt", is_seats);
    demand(whole_of(claims, "fmt") == 1, "unsupported");
    has(claims, "iss", is_filled);
    has(claims, "jti", is_filled);
    has(claims, "iat", is_time);
    may(claims, "exp", is_time);
    may(claims, "test", is_boolean);
}

static bool is_test(const Value *claims) { return of(claims, "test") != NULL && of(claims, "test")->number; }

static Bytes public_key(const Value *key) {
    demand(is(text_of(key, "kty"), "OKP") && is(text_of(key, "crv"), "Ed25519"), "malformed");
    return text_of(key, "x");
}

static void check_issued(const Value *claims, int64_t now) { demand(whole_of(claims, "iat") <= now + 86400, "not_yet_valid"); }

/* K1 to K5: the claims. */
static Value *open_key_set(Bytes text, Bytes pin, int64_t now, bool allow_test) {
    Token token = split(clean(text), "licentia-keyset+jwt");
    Value *claims = parse(token.payload);
    Bytes root = public_key(of(claims, "root"));
    demand(same(thumbprint(root), pin) && same(token.kid, pin), "unknown_key");
    Value *transitions = of(claims, "transitions");
    demand(transitions == NULL || (transitions->kind == LIST && transitions->count == 0), "unsupported");
    check_signature(token, root);
    check_envelope(claims);
    has(claims, "version", is_version);
    has(claims, "keys", is_list);
    check_issued(claims, now);
    demand(allow_test || !is_test(claims), "test_file");
    Value *keys = of(claims, "keys");
    for (Value *key = keys->first; key != NULL; key = key->next) {
        Bytes kid = thumbprint(public_key(key));
        has(key, "name", is_text);
        demand(same(kid, text_of(key, "kid")) && !same(kid, pin), "malformed");
        for (Value *other = keys->first; other != key; other = other->next) demand(!same(text_of(other, "kid"), kid), "malformed");
        has(key, "edition", is_edition);
        has(key, "state", is_state);
        may(key, "not_before", is_time);
        may(key, "not_after", is_time);
        may(key, "retired_at", is_time);
        may(key, "revoked_at", is_time);
        demand(!is(text_of(key, "state"), "retired") || of(key, "retired_at") != NULL, "malformed");
        may(key, "scope", is_object);
        Value *scope = of(key, "scope");
        if (scope == NULL) continue;
        may(scope, "kinds", is_texts);
        may(scope, "products", is_texts);
        may(scope, "max_term_days", is_count);
        may(scope, "max_seats", is_count);
    }
    return claims;
}

/* T2 to T7: the claims, and the key that signed them. */
static Value *open(Bytes text, const char *typ, const Value *set, Value **key) {
    Token token = split(text, typ);
    for (*key = of(set, "keys")->first; *key != NULL; *key = (*key)->next)
        if (same(text_of(*key, "kid"), token.kid)) break;
    demand(*key != NULL, "unknown_key");
    check_signature(token, text_of(*key, "x"));
    Value *claims = parse(token.payload);
    check_envelope(claims);
    return claims;
}

/* L3 */
static void check_vendor(const Value *claims, const Value *set) {
    demand(same(text_of(claims, "iss"), text_of(set, "iss")), "wrong_issuer");
    demand(is_test(claims) == is_test(set), "test_file");
}

/* L5: the code of the refusal, or NULL. */
static const char *key_state(const Value *key, int64_t iat) {
    Bytes state = text_of(key, "state");
    Value *before = of(key, "not_before"), *after = of(key, "not_after"), *retired = of(key, "retired_at"), *revoked = of(key, "revoked_at");
    bool kept = of(of(key, "scope"), "max_term_days") != NULL && revoked != NULL && iat < revoked->number;
    if (is(state, "revoked") && !kept) return "revoked_key";
    if (!is(state, "active") && retired != NULL && iat > retired->number) return "retired_key";
    if ((before != NULL && iat < before->number) || (after != NULL && iat > after->number)) return "key_expired";
    return NULL;
}

/* L6, as far as it concerns every file. */
static void check_scope(const Value *scope, const char *kind, const Value *claims) {
    Value *kinds = of(scope, "kinds"), *days = of(scope, "max_term_days");
    demand(kinds == NULL || contains(kinds, bytes_of(kind)), "out_of_scope");
    if (days == NULL) return;
    demand(of(claims, "exp") != NULL, "out_of_scope");
    int64_t exp = whole_of(claims, "exp"), iat = whole_of(claims, "iat");
    bool overflows = iat < 0 && exp > INT64_MAX + iat;
    demand(!overflows && exp - (exp < iat ? exp : iat) <= days->number * 86400, "out_of_scope");
}

/* L2 */
static void check_claims(const Value *claims) {
    has(claims, "sub", is_filled);
    has(claims, "nbf", is_time);
    has(claims, "edition", is_edition);
    has(claims, "revision", is_seats);
    has(claims, "seats", is_seats);
    has(claims, "model", is_model);
    const Value *product = of(claims, "product"), *customer = of(claims, "customer"), *term = of(claims, "term");
    has(product, "code", is_text);
    has(product, "name", is_text);
    has(product, "kind", is_product_kind);
    may(product, "allow_login", is_boolean);
    may(product, "requires", is_texts);
    may(claims, "modules", is_list);
    for (Value *module = of(claims, "modules") == NULL ? NULL : of(claims, "modules")->first; module != NULL; module = module->next) {
        has(module, "code", is_text);
        may(module, "value", is_number);
        may(module, "ends", is_day);
    }
    has(customer, "code", is_text);
    has(customer, "name", is_text);
    may(customer, "company", is_text);
    may(claims, "users", is_texts);
    may(claims, "container", is_object);
    has(term, "starts", is_day);
    may(term, "ends", is_day);
    may(term, "checkpoint_days", is_count);
    may(term, "grace_days", is_count);
    may(claims, "offline", is_object);
    if (of(claims, "offline") != NULL) {
        may(of(claims, "offline"), "max_days", is_count);
        may(of(claims, "offline"), "max_starts", is_count);
    }
    has(claims, "enforcement", is_enforcement);
    may(claims, "attributes", is_attributes);
    if (of(claims, "status") != NULL) {
        has(of(of(claims, "status"), "status_list"), "idx", is_count);
        has(of(of(claims, "status"), "status_list"), "uri", is_text);
    }
}

/* S4 */
static Bytes unpack(Bytes zipped) {
    unsigned char *entries = get(MAX_LIST + 1);
    z_stream zlib = {0};
    if (inflateInit(&zlib) != Z_OK) fail("no zlib");
    zlib.next_in = (unsigned char *)zipped.at;
    zlib.avail_in = (uInt)zipped.len;
    zlib.next_out = entries;
    zlib.avail_out = MAX_LIST + 1;
    int end = inflate(&zlib, Z_FINISH);
    size_t len = MAX_LIST + 1 - zlib.avail_out, left = zlib.avail_in;
    inflateEnd(&zlib);
    demand(len <= MAX_LIST, "too_large");
    demand(end == Z_STREAM_END && left == 0, "malformed");
    return (Bytes){entries, len};
}

/* S1 to S6 */
static void check_status(const Value *license, const Value *lists, const Value *set, int64_t now) {
    const Value *listed = of(of(license, "status"), "status_list"), *newest = NULL;
    Bytes newest_entries = {NULL, 0};
    for (Value *list = lists == NULL ? NULL : lists->first; list != NULL; list = list->next) {
        Value *key, *claims = open(clean(list->text), "statuslist+jwt", set, &key);
        has(claims, "sub", is_filled);
        may(claims, "ttl", is_number);
        Value *packed = of(claims, "status_list");
        has(packed, "bits", is_bits);
        has(packed, "lst", is_text);
        check_vendor(claims, set);
        demand(is(text_of(key, "edition"), "commercial"), "edition_mismatch");
        const char *code = key_state(key, whole_of(claims, "iat"));
        if (code != NULL && strcmp(code, "revoked_key") == 0) continue;
        demand(code == NULL, code);
        check_scope(of(key, "scope"), "status", claims);
        check_issued(claims, now);
        Bytes entries = unpack(decode(text_of(packed, "lst")));
        bool newer = newest == NULL || whole_of(claims, "iat") > whole_of(newest, "iat");
        if (same(text_of(claims, "sub"), text_of(listed, "uri")) && newer) {
            newest = claims;
            newest_entries = entries;
        }
    }
    if (newest == NULL) return;
    int64_t bits = whole_of(of(newest, "status_list"), "bits"), bit = whole_of(listed, "idx") * bits;
    demand((size_t)(bit / 8) < newest_entries.len, "out_of_range");
    int entry = newest_entries.at[bit / 8] >> (bit % 8) & ((1 << bits) - 1);
    demand(entry != 2, "suspended");
    demand(entry == 0, "revoked");
}

/* L1 to L11 */
static void check_license(Bytes text, const Value *set, const Value *around) {
    int64_t now = whole_of(around, "now");
    Value *key, *claims = open(clean(text), "licentia-license+jwt", set, &key);
    check_claims(claims);
    check_vendor(claims, set);
    demand(same(text_of(claims, "edition"), text_of(key, "edition")), "edition_mismatch");
    const char *code = key_state(key, whole_of(claims, "iat"));
    demand(code == NULL, code);
    const Value *scope = of(key, "scope"), *products = of(scope, "products"), *max_seats = of(scope, "max_seats");
    Bytes product = text_of(of(claims, "product"), "code");
    bool blocks = is(text_of(claims, "enforcement"), "block");
    check_scope(scope, "license", claims);
    demand(products == NULL || contains(products, product), "out_of_scope");
    demand(max_seats == NULL || whole_of(claims, "seats") <= max_seats->number, "out_of_scope");
    demand(of(scope, "max_term_days") == NULL || blocks, "out_of_scope");
    demand(whole_of(claims, "nbf") <= now + 600, "not_yet_valid");
    check_issued(claims, now);
    demand(!blocks || of(claims, "exp") == NULL || now < whole_of(claims, "exp"), "expired");
    Value *container = of(claims, "container"), *kind = of(container, "kind");
    if (container != NULL) refuse(kind != NULL && is_text(kind) && is(kind->text, "cloud") ? "no_credential" : "wrong_container");
    Value *user = of(around, "user"), *users = of(claims, "users"), *wanted = of(around, "product");
    if (user != NULL && user->kind == TEXT) {
        demand(users == NULL ? !is(text_of(claims, "model"), "named") : contains(users, user->text), "not_assigned");
    }
    demand(wanted == NULL || wanted->kind != TEXT || same(wanted->text, product), "wrong_product");
    if (of(claims, "status") != NULL) check_status(claims, of(around, "status"), set, now);
}

static void judge(const char *name, const Value *vector) {
    if (setjmp(refused) != 0) {
        printf("%s refused %s\n", name, refusal);
        return;
    }
    const Value *around = of(vector, "circumstances"), *set = of(around, "keyset");
    demand(set != NULL && set->kind == TEXT, "unknown_key");
    bool allow_test = of(around, "allow_test") != NULL && of(around, "allow_test")->number;
    Value *opened = open_key_set(set->text, text_of(around, "root"), whole_of(around, "now"), allow_test);
    check_license(text_of(vector, "text"), opened, around);
    printf("%s valid\n", name);
}

static Bytes read_file(const char *folder, const char *name) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) fail("a long path");
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) fail(path);
    long size = ftell(file);
    unsigned char *found = get((size_t)size + 1);
    rewind(file);
    if (fread(found, 1, (size_t)size, file) != (size_t)size) fail(path);
    fclose(file);
    return (Bytes){found, (size_t)size};
}

static int is_vector(const struct dirent *entry) {
    size_t len = strlen(entry->d_name);
    return len > 5 && strcmp(entry->d_name + len - 5, ".json") == 0;
}

int main(int count, char **arguments) {
    struct dirent **entries;
    int found = count == 2 ? scandir(arguments[1], &entries, is_vector, alphasort) : -1;
    if (found < 0) fail("usage: verify_openssl FOLDER");
    for (int at = 0; at < found; at++) {
        char *name = entries[at]->d_name;
        if (setjmp(refused) != 0) fail(name);
        Value *vector = parse(read_file(arguments[1], name));
        name[strlen(name) - 5] = '\0';
        if (is(text_of(vector, "level"), "basic")) judge(name, vector);
        free_all();
        free(entries[at]);
    }
    free(entries);
    return 0;
}
