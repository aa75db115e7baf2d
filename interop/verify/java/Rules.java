import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The rules of docs/verify/README.md in Java. Each verifier adds the signature check of its library. */
final class Rules {
    private static final int MAX_TOKEN = 1_048_576;
    private static final int MAX_LIST = 262_144;
    private static final long U32 = 4_294_967_295L;
    private static final Map<String, Object> EMPTY = Map.of();

    /** Verifies the signature of a token with the public key x (32 bytes) and returns the payload; throws otherwise. */
    interface Check {
        byte[] verified(String token, byte[] x) throws Exception;
    }

    /** A check failed; the message is the code. */
    static final class Refused extends RuntimeException {
        Refused(String code) {
            super(code, null, false, false);
        }
    }

    /** A status list whose key is revoked. */
    static final class Ignored extends RuntimeException {
        Ignored() {
            super(null, null, false, false);
        }
    }

    private final Check check;
    private final Map<String, Map<String, Object>> keys = new HashMap<>();
    private Map<String, Object> claims;

    private static void demand(boolean holds, String code) {
        if (!holds) {
            throw new Refused(code);
        }
    }

    /** T1. */
    private static String clean(String text) {
        StringBuilder token = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            token.append(line.replaceAll("[\\s\\u0085\\p{Z}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]", "").replaceFirst("^>+", "").replaceFirst("=$", ""));
        }
        demand(token.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_TOKEN, "too_large");
        return token.toString();
    }

    /** Canonical base64url without padding. */
    private static byte[] decode(String part) {
        try {
            byte[] data = Base64.getUrlDecoder().decode(part);
            demand(encode(data).equals(part), "malformed");
            return data;
        } catch (IllegalArgumentException error) {
            throw new Refused("malformed");
        }
    }

    private static String encode(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }

    /** One JSON object without a repeated member. */
    private static Map<String, Object> parse(byte[] data) {
        demand(data.length > 0 && data[0] == '{', "malformed");
        try {
            return object(Json.parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString()));
        } catch (CharacterCodingException | IllegalArgumentException error) {
            throw new Refused("malformed");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        demand(isObject(value), "malformed");
        return (Map<String, Object>) value;
    }

    /** T2 and T3: the header and the payload, not yet verified. */
    private static Map.Entry<Map<String, Object>, byte[]> split(String token, String typ) {
        String[] parts = token.split("\\.", -1);
        demand(parts.length == 3, "malformed");
        Map<String, Object> header = parse(decode(parts[0]));
        byte[] payload = decode(parts[1]);
        decode(parts[2]);
        for (String name : List.of("alg", "kid", "typ")) {
            demand(isText(header.get(name)), "malformed");
        }
        demand(List.of("EdDSA", "Ed25519").contains(header.get("alg")), "unsupported");
        demand(typ.equals(header.get("typ")), "wrong_type");
        demand(header.size() == 3, "unsupported");
        return Map.entry(header, payload);
    }

    // The types of claims.

    private static boolean isText(Object value) {
        return value instanceof String;
    }

    private static boolean isFilled(Object value) {
        return isText(value) && !value.equals("");
    }

    private static boolean isBoolean(Object value) {
        return value instanceof Boolean;
    }

    private static boolean isObject(Object value) {
        return value instanceof Map;
    }

    private static boolean isTexts(Object value) {
        return value instanceof List<?> items && items.stream().allMatch(Rules::isText);
    }

    private static boolean isTime(Object value) {
        return value instanceof BigInteger number && number.bitLength() < 64;
    }

    private static boolean isNumber(Object value) {
        return value instanceof BigInteger number && number.signum() >= 0 && number.bitLength() <= 64;
    }

    private static long whole(Object value) {
        return ((BigInteger) value).longValueExact();
    }

    private static boolean isUp(Object value) {
        return isTime(value) && whole(value) >= 0;
    }

    private static boolean isOneUp(Object value) {
        return isTime(value) && whole(value) >= 1;
    }

    private static boolean isCount(Object value) {
        return isUp(value) && whole(value) <= U32;
    }

    private static boolean isSeats(Object value) {
        return isOneUp(value) && whole(value) <= U32;
    }

    private static boolean isDay(Object value) {
        try {
            return value instanceof String day && day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(day).getYear() > 0;
        } catch (DateTimeException error) {
            return false;
        }
    }

    private static Predicate<Object> isOneOf(String... values) {
        return value -> isText(value) && List.of(values).contains(value);
    }

    /** Checks the type of a claim that must be there. */
    private static void has(Object claims, String name, Predicate<Object> holds) {
        demand(object(claims).containsKey(name), "malformed");
        may(claims, name, holds);
    }

    /** Checks the type of a claim that may be there. */
    private static void may(Object claims, String name, Predicate<Object> holds) {
        demand(!object(claims).containsKey(name) || holds.test(object(claims).get(name)), "malformed");
    }

    /** T7 and the claims of every file. */
    private static void checkEnvelope(Map<String, Object> claims) {
        has(claims, "fmt", Rules::isSeats);
        demand(whole(claims.get("fmt")) == 1, "unsupported");
        has(claims, "iss", Rules::isFilled);
        has(claims, "jti", Rules::isFilled);
        has(claims, "iat", Rules::isTime);
        may(claims, "exp", Rules::isTime);
        may(claims, "test", Rules::isBoolean);
    }

    private static String thumbprint(String x) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }

    private static String publicKey(Object key) {
        has(key, "kty", "OKP"::equals);
        has(key, "crv", "Ed25519"::equals);
        has(key, "x", Rules::isText);
        return (String) object(key).get("x");
    }

    /** T5. */
    private byte[] verified(String token, String x) {
        byte[] key = decode(x);
        demand(key.length == 32, "malformed");
        try {
            return check.verified(token, key);
        } catch (Exception error) {
            throw new Refused("bad_signature");
        }
    }

    /** K1 to K5. */
    private Rules(Check check, String text, String pin, long now, boolean allowTest) {
        this.check = check;
        String token = clean(text);
        var found = split(token, "licentia-keyset+jwt");
        String root = publicKey(parse(found.getValue()).get("root"));
        demand(thumbprint(root).equals(pin) && pin.equals(found.getKey().get("kid")), "unknown_key");
        demand(List.of().equals(parse(found.getValue()).getOrDefault("transitions", List.of())), "unsupported");
        claims = parse(verified(token, root));
        checkEnvelope(claims);
        has(claims, "version", value -> isNumber(value) && !value.equals(BigInteger.ZERO));
        has(claims, "keys", value -> value instanceof List);
        demand(whole(claims.get("iat")) <= now + 86_400, "not_yet_valid");
        demand(allowTest || !isTest(claims), "test_file");
        for (Object item : (List<?>) claims.get("keys")) {
            String kid = thumbprint(publicKey(item));
            Map<String, Object> key = new HashMap<>(object(item));
            has(key, "name", Rules::isText);
            demand(kid.equals(key.get("kid")) && !kid.equals(pin) && !keys.containsKey(kid), "malformed");
            has(key, "edition", isOneOf("commercial", "trial"));
            has(key, "state", isOneOf("active", "retired", "revoked"));
            for (String name : List.of("not_before", "not_after", "retired_at", "revoked_at")) {
                may(key, name, Rules::isTime);
            }
            demand(!key.get("state").equals("retired") || key.containsKey("retired_at"), "malformed");
            key.putIfAbsent("scope", EMPTY);
            for (String name : List.of("kinds", "products")) {
                may(key.get("scope"), name, Rules::isTexts);
            }
            for (String name : List.of("max_term_days", "max_seats")) {
                may(key.get("scope"), name, Rules::isCount);
            }
            keys.put(kid, key);
        }
    }

    private static boolean isTest(Map<String, Object> claims) {
        return claims.getOrDefault("test", false).equals(true);
    }

    /** T2 to T7: the claims, and the key that signed them. */
    private Map.Entry<Map<String, Object>, Map<String, Object>> open(String token, String typ) {
        Map<String, Object> key = keys.get((String) split(token, typ).getKey().get("kid"));
        demand(key != null, "unknown_key");
        Map<String, Object> found = parse(verified(token, (String) key.get("x")));
        checkEnvelope(found);
        return Map.entry(found, key);
    }

    /** L3. */
    private void checkVendor(Map<String, Object> found) {
        demand(found.get("iss").equals(claims.get("iss")), "wrong_issuer");
        demand(isTest(found) == isTest(claims), "test_file");
    }

    /** L5. */
    private static void checkState(Map<String, Object> key, long iat) {
        boolean kept = object(key.get("scope")).containsKey("max_term_days") && key.containsKey("revoked_at") && iat < whole(key.get("revoked_at"));
        demand(!key.get("state").equals("revoked") || kept, "revoked_key");
        demand(key.get("state").equals("active") || !key.containsKey("retired_at") || iat <= whole(key.get("retired_at")), "retired_key");
        demand(!key.containsKey("not_before") || iat >= whole(key.get("not_before")), "key_expired");
        demand(!key.containsKey("not_after") || iat <= whole(key.get("not_after")), "key_expired");
    }

    /** L6, as far as it concerns every file. */
    private static void checkScope(Map<String, Object> scope, String kind, Map<String, Object> found) {
        demand(!scope.containsKey("kinds") || ((List<?>) scope.get("kinds")).contains(kind), "out_of_scope");
        if (scope.containsKey("max_term_days")) {
            BigInteger most = BigInteger.valueOf(whole(scope.get("max_term_days")) * 86_400);
            demand(found.containsKey("exp"), "out_of_scope");
            BigInteger term = ((BigInteger) found.get("exp")).subtract((BigInteger) found.get("iat"));
            demand(term.compareTo(most) <= 0, "out_of_scope");
        }
    }

    /** L2. */
    private static void checkClaims(Map<String, Object> claims) {
        has(claims, "sub", Rules::isFilled);
        has(claims, "nbf", Rules::isTime);
        has(claims, "edition", isOneOf("commercial", "trial"));
        has(claims, "revision", Rules::isSeats);
        has(claims, "seats", Rules::isSeats);
        has(claims, "model", isOneOf("named", "floating", "device"));
        Object product = claims.get("product");
        has(product, "code", Rules::isText);
        has(product, "name", Rules::isText);
        has(product, "kind", isOneOf("base", "application"));
        may(product, "allow_login", Rules::isBoolean);
        may(product, "requires", Rules::isTexts);
        may(claims, "modules", value -> value instanceof List);
        for (Object module : (List<?>) claims.getOrDefault("modules", List.of())) {
            has(module, "code", Rules::isText);
            may(module, "value", Rules::isNumber);
            may(module, "ends", Rules::isDay);
        }
        has(claims.get("customer"), "code", Rules::isText);
        has(claims.get("customer"), "name", Rules::isText);
        may(claims.get("customer"), "company", Rules::isText);
        may(claims, "users", Rules::isTexts);
        may(claims, "container", Rules::isObject);
        Object term = claims.get("term");
        has(term, "starts", Rules::isDay);
        may(term, "ends", Rules::isDay);
        may(term, "checkpoint_days", Rules::isCount);
        may(term, "grace_days", Rules::isCount);
        may(claims.getOrDefault("offline", EMPTY), "max_days", Rules::isCount);
        may(claims.getOrDefault("offline", EMPTY), "max_starts", Rules::isCount);
        has(claims, "enforcement", isOneOf("block", "warn", "log"));
        may(claims, "attributes", value -> isObject(value) && object(value).values().stream().allMatch(Rules::isText));
        if (claims.containsKey("status")) {
            Object listed = object(claims.get("status")).get("status_list");
            has(listed, "idx", Rules::isCount);
            has(listed, "uri", Rules::isText);
        }
    }

    private record StatusList(Map<String, Object> claims, byte[] entries) {}

    /** S1 to S4. */
    private StatusList statusList(String text, long now) {
        var opened = open(clean(text), "statuslist+jwt");
        Map<String, Object> found = opened.getKey();
        Map<String, Object> key = opened.getValue();
        has(found, "sub", Rules::isFilled);
        may(found, "ttl", Rules::isNumber);
        Object packed = found.get("status_list");
        has(packed, "bits", value -> isTime(value) && List.of(1L, 2L, 4L, 8L).contains(whole(value)));
        has(packed, "lst", Rules::isText);
        checkVendor(found);
        demand(key.get("edition").equals("commercial"), "edition_mismatch");
        try {
            checkState(key, whole(found.get("iat")));
        } catch (Refused refused) {
            throw refused.getMessage().equals("revoked_key") ? new Ignored() : refused;
        }
        checkScope(object(key.get("scope")), "status", found);
        demand(whole(found.get("iat")) <= now + 86_400, "not_yet_valid");
        return new StatusList(found, inflate(decode((String) object(packed).get("lst"))));
    }

    private static byte[] inflate(byte[] zipped) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            inflater.setInput(zipped);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                demand(count > 0 || inflater.finished(), "malformed");
                entries.write(buffer, 0, count);
                demand(entries.size() <= MAX_LIST, "too_large");
            }
            demand(inflater.getRemaining() == 0, "malformed");
        } catch (DataFormatException error) {
            throw new Refused("malformed");
        } finally {
            inflater.end();
        }
        return entries.toByteArray();
    }

    /** S1 to S6. */
    private void checkStatus(Map<String, Object> license, List<?> lists, long now) {
        Map<String, Object> listed = object(object(license.get("status")).get("status_list"));
        StatusList newest = null;
        for (Object text : lists) {
            try {
                StatusList found = statusList((String) text, now);
                boolean isNewer = newest == null || whole(found.claims().get("iat")) > whole(newest.claims().get("iat"));
                if (found.claims().get("sub").equals(listed.get("uri")) && isNewer) {
                    newest = found;
                }
            } catch (Ignored ignored) {
                // Such a list states nothing.
            }
        }
        if (newest == null) {
            return;
        }
        int bits = (int) whole(object(newest.claims().get("status_list")).get("bits"));
        long bit = whole(listed.get("idx")) * bits;
        demand(bit / 8 < newest.entries().length, "out_of_range");
        int entry = (newest.entries()[(int) (bit / 8)] & 0xff) >> (bit % 8) & ((1 << bits) - 1);
        demand(entry != 2, "suspended");
        demand(entry == 0, "revoked");
    }

    /** L1 to L11. */
    private void license(String text, long now, Object product, Object user, List<?> lists) {
        var opened = open(clean(text), "licentia-license+jwt");
        Map<String, Object> license = opened.getKey();
        Map<String, Object> key = opened.getValue();
        checkClaims(license);
        checkVendor(license);
        demand(license.get("edition").equals(key.get("edition")), "edition_mismatch");
        checkState(key, whole(license.get("iat")));
        Map<String, Object> scope = object(key.get("scope"));
        Object code = object(license.get("product")).get("code");
        boolean blocks = license.get("enforcement").equals("block");
        checkScope(scope, "license", license);
        demand(!scope.containsKey("products") || ((List<?>) scope.get("products")).contains(code), "out_of_scope");
        demand(!scope.containsKey("max_seats") || whole(license.get("seats")) <= whole(scope.get("max_seats")), "out_of_scope");
        demand(!scope.containsKey("max_term_days") || blocks, "out_of_scope");
        demand(whole(license.get("nbf")) <= now + 600 && whole(license.get("iat")) <= now + 86_400, "not_yet_valid");
        demand(!blocks || !license.containsKey("exp") || now < whole(license.get("exp")), "expired");
        if (license.containsKey("container")) {
            throw new Refused("cloud".equals(object(license.get("container")).get("kind")) ? "no_credential" : "wrong_container");
        }
        if (user != null) {
            boolean listed = license.get("users") instanceof List<?> users ? users.contains(user) : !license.get("model").equals("named");
            demand(listed, "not_assigned");
        }
        demand(product == null || product.equals(code), "wrong_product");
        if (license.containsKey("status")) {
            checkStatus(license, lists, now);
        }
    }

    private static String judge(Map<String, Object> vector, Check check) {
        Map<String, Object> around = object(vector.get("circumstances"));
        long now = whole(around.get("now"));
        try {
            demand(around.get("keyset") != null, "unknown_key");
            Rules rules = new Rules(check, (String) around.get("keyset"), (String) around.get("root"), now, (Boolean) around.get("allow_test"));
            List<?> lists = (List<?>) around.getOrDefault("status", List.of());
            rules.license((String) vector.get("text"), now, around.get("product"), around.get("user"), lists);
            return "valid";
        } catch (Refused refused) {
            return "refused " + refused.getMessage();
        }
    }

    /** Prints a verdict for each vector of level basic in a folder. */
    static void main(String folder, Check check) throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            paths = files.filter(path -> path.toString().endsWith(".json")).sorted().collect(Collectors.toList());
        }
        for (Path path : paths) {
            Map<String, Object> vector = object(Json.parse(Files.readString(path)));
            if (vector.get("level").equals("basic")) {
                System.out.println(path.getFileName().toString().replace(".json", "") + " " + judge(vector, check));
            }
        }
    }
}
