import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict JSON parser (RFC 8259): a repeated member is an error at any depth. The JDK has none. */
final class Json {
    private static final int DEEPEST = 127;
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Returns a Map, List, String, Boolean, null, BigInteger (whole numbers) or BigDecimal. */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(1);
        json.space();
        if (json.at != text.length()) {
            throw json.error();
        }
        return value;
    }

    private IllegalArgumentException error() {
        return new IllegalArgumentException("not JSON at " + at);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw error();
        }
        at++;
    }

    private void space() {
        while (peek() != '\0' && " \t\n\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    private Object value(int depth) {
        space();
        if (depth > DEEPEST && (peek() == '{' || peek() == '[')) {
            throw error();
        }
        switch (peek()) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return string();
            default:
                return word();
        }
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        space();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
                space();
            }
            String name = string();
            space();
            expect(':');
            if (members.containsKey(name)) {
                throw error();
            }
            members.put(name, value(depth + 1));
            space();
        }
        expect('}');
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        expect('[');
        space();
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value(depth + 1));
            space();
        }
        expect(']');
        return items;
    }

    private String string() {
        StringBuilder found = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = peek();
            if (c < ' ') {
                throw error();
            }
            at++;
            if (c != '\\') {
                found.append(c);
                continue;
            }
            int escape = "\"\\/bfnrtu".indexOf(peek());
            if (at >= text.length() || escape < 0) {
                throw error();
            }
            at++;
            if (escape < 8) {
                found.append("\"\\/\b\f\n\r\t".charAt(escape));
            } else {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
                    throw error();
                }
                found.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
            }
        }
        at++;
        // A surrogate without its pair cannot be encoded.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(found)) {
            throw error();
        }
        return found.toString();
    }

    private Object word() {
        int start = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '-' || peek() == '+' || peek() == '.') {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "true":
                return true;
            case "false":
                return false;
            case "null":
                return null;
            default:
                if (word.matches("0|-?[1-9][0-9]*")) {
                    return new BigInteger(word);
                }
                if (word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                    return new BigDecimal(word);
                }
                throw error();
        }
    }
}
