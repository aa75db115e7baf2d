// The vectors by go-jose: the rules of docs/verify/README.md in Go. Prints a verdict for each vector of level basic.
package main

import (
	"bytes"
	"compress/zlib"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/go-jose/go-jose/v4"
)

const (
	maxToken = 1_048_576
	maxList  = 262_144
	u32      = 4_294_967_295
)

type object = map[string]any

// refused is the panic of a check that failed; it is recovered in judge.
type refused string

// errIgnored is the answer to a status list whose key is revoked.
var errIgnored = errors.New("ignored")

func demand(holds bool, code refused) {
	if !holds {
		panic(code)
	}
}

// clean is T1.
func clean(text string) string {
	var token strings.Builder
	for _, line := range strings.Split(text, "\n") {
		line = strings.Map(func(c rune) rune {
			if unicode.IsSpace(c) || c == 0xAD || c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF {
				return -1
			}
			return c
		}, line)
		token.WriteString(strings.TrimSuffix(strings.TrimLeft(line, ">"), "="))
	}
	demand(token.Len() <= maxToken, "too_large")
	return token.String()
}

// decode reads canonical base64url without padding.
func decode(part string) []byte {
	data, err := base64.RawURLEncoding.Strict().DecodeString(part)
	demand(err == nil && base64.RawURLEncoding.EncodeToString(data) == part, "malformed")
	return data
}

// parse reads one JSON object without a repeated member. encoding/json keeps the last of two members, so the tokens are read here.
func parse(data []byte) object {
	demand(len(data) > 0 && data[0] == '{' && utf8.Valid(data) && json.Valid(data), "malformed")
	checkSurrogates(data)
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	found, _ := value(decoder, 1).(object)
	return found
}

// surrogates finds the \u escapes of surrogates, alone or in pairs; encoding/json replaces those that are alone.
var surrogates = regexp.MustCompile(`\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)`)

func checkSurrogates(data []byte) {
	for _, escape := range surrogates.FindAll(data, -1) {
		demand(len(escape) != 6, "malformed")
	}
}

func value(decoder *json.Decoder, depth int) any {
	token, err := decoder.Token()
	demand(err == nil, "malformed")
	_, opens := token.(json.Delim)
	demand(!opens || depth <= 127, "malformed")
	switch token {
	case json.Delim('{'):
		members := object{}
		for decoder.More() {
			name, err := decoder.Token()
			text, _ := name.(string)
			_, repeated := members[text]
			demand(err == nil && !repeated, "malformed")
			members[text] = value(decoder, depth+1)
		}
		_, err = decoder.Token()
		demand(err == nil, "malformed")
		return members
	case json.Delim('['):
		items := []any{}
		for decoder.More() {
			items = append(items, value(decoder, depth+1))
		}
		_, err = decoder.Token()
		demand(err == nil, "malformed")
		return items
	}
	return token
}

// split is T2 and T3: the header and the payload, not yet verified.
func split(token, typ string) (object, []byte) {
	parts := strings.Split(token, ".")
	demand(len(parts) == 3, "malformed")
	header, payload := parse(decode(parts[0])), decode(parts[1])
	decode(parts[2])
	for _, name := range []string{"alg", "kid", "typ"} {
		has(header, name, isText, true)
	}
	demand(header["alg"] == "EdDSA" || header["alg"] == "Ed25519", "unsupported")
	demand(header["typ"] == typ, "wrong_type")
	demand(len(header) == 3, "unsupported")
	return header, payload
}

// The types of claims.

func isText(value any) bool   { _, ok := value.(string); return ok }
func isFilled(value any) bool { return isText(value) && value != "" }
func isTrueOrFalse(value any) bool {
	_, ok := value.(bool)
	return ok
}
func isObject(value any) bool { _, ok := value.(object); return ok }
func isList(value any) bool   { _, ok := value.([]any); return ok }
func isTexts(value any) bool {
	items, ok := value.([]any)
	return ok && !slices.ContainsFunc(items, func(item any) bool { return !isText(item) })
}
func isTime(value any) bool {
	number, ok := value.(json.Number)
	if !ok {
		return false
	}
	_, err := strconv.ParseInt(string(number), 10, 64)
	return err == nil && number != "-0"
}
func isNumber(value any) bool {
	number, ok := value.(json.Number)
	if !ok {
		return false
	}
	_, err := strconv.ParseUint(string(number), 10, 64)
	return err == nil
}
func whole(value any) int64 {
	number, _ := value.(json.Number)
	found, _ := strconv.ParseInt(string(number), 10, 64)
	return found
}
func isUp(value any) bool    { return isTime(value) && whole(value) >= 0 }
func isOneUp(value any) bool { return isTime(value) && whole(value) >= 1 }
func isCount(value any) bool { return isUp(value) && whole(value) <= u32 }
func isSeats(value any) bool { return isOneUp(value) && whole(value) <= u32 }

var day = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

func isDay(value any) bool {
	text, _ := value.(string)
	_, err := time.Parse(time.DateOnly, text)
	return err == nil && day.MatchString(text) && !strings.HasPrefix(text, "0000")
}
func isOneOf(values ...string) func(any) bool {
	return func(value any) bool { text, ok := value.(string); return ok && slices.Contains(values, text) }
}

// has checks the type of a claim.
func has(claims any, name string, holds func(any) bool, required bool) {
	members, ok := claims.(object)
	found, there := members[name]
	demand(ok && (there && holds(found) || !there && !required), "malformed")
}

func of(claims any, names ...string) any {
	for _, name := range names {
		members, _ := claims.(object)
		claims = members[name]
	}
	return claims
}

func contains(list any, text string) bool {
	items, _ := list.([]any)
	return slices.Contains(items, any(text))
}

// checkEnvelope is T7 and the claims of every file.
func checkEnvelope(claims object) {
	has(claims, "fmt", isSeats, true)
	demand(whole(claims["fmt"]) == 1, "unsupported")
	has(claims, "iss", isFilled, true)
	has(claims, "jti", isFilled, true)
	has(claims, "iat", isTime, true)
	has(claims, "exp", isTime, false)
	has(claims, "test", isTrueOrFalse, false)
}

func thumbprint(x string) string {
	sum := sha256.Sum256([]byte(`{"crv":"Ed25519","kty":"OKP","x":"` + x + `"}`))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func publicKey(key any) string {
	demand(of(key, "kty") == "OKP" && of(key, "crv") == "Ed25519", "malformed")
	has(key, "x", isText, true)
	return of(key, "x").(string)
}

// newerName verifies alg Ed25519 (RFC 9864), the name of EdDSA that go-jose does not know.
type newerName ed25519.PublicKey

// VerifyPayload is called by go-jose with the bytes that were signed.
func (key newerName) VerifyPayload(signed, signature []byte, _ jose.SignatureAlgorithm) error {
	if !ed25519.Verify(ed25519.PublicKey(key), signed, signature) {
		return jose.ErrCryptoFailure
	}
	return nil
}

// verified is T5: the payload.
func verified(token, x string) []byte {
	key := decode(x)
	demand(len(key) == ed25519.PublicKeySize, "malformed")
	jws, err := jose.ParseSigned(token, []jose.SignatureAlgorithm{jose.EdDSA, "Ed25519"})
	demand(err == nil, "bad_signature")
	payload, err := jws.Verify(ed25519.PublicKey(key))
	if jws.Signatures[0].Header.Algorithm == "Ed25519" {
		payload, err = jws.Verify(newerName(key))
	}
	demand(err == nil, "bad_signature")
	return payload
}

type keySet struct {
	claims object
	keys   map[string]object
}

// openKeySet is K1 to K5.
func openKeySet(text, pin string, now int64, allowTest bool) keySet {
	token := clean(text)
	header, payload := split(token, "licentia-keyset+jwt")
	root := publicKey(parse(payload)["root"])
	demand(thumbprint(root) == pin && header["kid"] == pin, "unknown_key")
	transitions, _ := parse(payload)["transitions"].([]any)
	demand(len(transitions) == 0, "unsupported")
	claims := parse(verified(token, root))
	checkEnvelope(claims)
	has(claims, "version", isNumber, true)
	demand(claims["version"] != json.Number("0"), "malformed")
	has(claims, "keys", isList, true)
	demand(whole(claims["iat"]) <= now+86_400, "not_yet_valid")
	demand(allowTest || claims["test"] != true, "test_file")
	keys := map[string]object{}
	for _, item := range claims["keys"].([]any) {
		kid := thumbprint(publicKey(item))
		key := item.(object)
		has(key, "name", isText, true)
		_, repeated := keys[kid]
		demand(key["kid"] == kid && kid != pin && !repeated, "malformed")
		has(key, "edition", isOneOf("commercial", "trial"), true)
		has(key, "state", isOneOf("active", "retired", "revoked"), true)
		for _, name := range []string{"not_before", "not_after", "retired_at", "revoked_at"} {
			has(key, name, isTime, false)
		}
		demand(key["state"] != "retired" || key["retired_at"] != nil, "malformed")
		has(key, "scope", isObject, false)
		if key["scope"] == nil {
			key["scope"] = object{}
		}
		has(key["scope"], "kinds", isTexts, false)
		has(key["scope"], "products", isTexts, false)
		has(key["scope"], "max_term_days", isCount, false)
		has(key["scope"], "max_seats", isCount, false)
		keys[kid] = key
	}
	return keySet{claims, keys}
}

// open is T2 to T7: the claims, and the key that signed them.
func (set keySet) open(token, typ string) (object, object) {
	header, _ := split(token, typ)
	key := set.keys[header["kid"].(string)]
	demand(key != nil, "unknown_key")
	claims := parse(verified(token, key["x"].(string)))
	checkEnvelope(claims)
	return claims, key
}

// checkVendor is L3.
func (set keySet) checkVendor(claims object) {
	demand(claims["iss"] == set.claims["iss"], "wrong_issuer")
	demand((claims["test"] == true) == (set.claims["test"] == true), "test_file")
}

// state is L5: the code of the refusal, or nothing.
func state(key object, iat int64) refused {
	kept := of(key, "scope", "max_term_days") != nil && key["revoked_at"] != nil && iat < whole(key["revoked_at"])
	switch {
	case key["state"] == "revoked" && !kept:
		return "revoked_key"
	case key["state"] != "active" && key["retired_at"] != nil && iat > whole(key["retired_at"]):
		return "retired_key"
	case key["not_before"] != nil && iat < whole(key["not_before"]), key["not_after"] != nil && iat > whole(key["not_after"]):
		return "key_expired"
	}
	return ""
}

// checkScope is L6, as far as it concerns every file.
func checkScope(scope any, kind string, claims object) {
	kinds, days := of(scope, "kinds"), of(scope, "max_term_days")
	demand(kinds == nil || contains(kinds, kind), "out_of_scope")
	within := func() bool {
		term := new(big.Int).Sub(big.NewInt(whole(claims["exp"])), big.NewInt(whole(claims["iat"])))
		return term.Cmp(big.NewInt(whole(days)*86_400)) <= 0
	}
	demand(days == nil || claims["exp"] != nil && within(), "out_of_scope")
}

// checkClaims is L2.
func checkClaims(claims object) {
	has(claims, "sub", isFilled, true)
	has(claims, "nbf", isTime, true)
	has(claims, "edition", isOneOf("commercial", "trial"), true)
	has(claims, "revision", isSeats, true)
	has(claims, "seats", isSeats, true)
	has(claims, "model", isOneOf("named", "floating", "device"), true)
	product := claims["product"]
	has(product, "code", isText, true)
	has(product, "name", isText, true)
	has(product, "kind", isOneOf("base", "application"), true)
	has(product, "allow_login", isTrueOrFalse, false)
	has(product, "requires", isTexts, false)
	has(claims, "modules", isList, false)
	modules, _ := claims["modules"].([]any)
	for _, module := range modules {
		has(module, "code", isText, true)
		has(module, "value", isNumber, false)
		has(module, "ends", isDay, false)
	}
	has(claims["customer"], "code", isText, true)
	has(claims["customer"], "name", isText, true)
	has(claims["customer"], "company", isText, false)
	has(claims, "users", isTexts, false)
	has(claims, "container", isObject, false)
	has(claims["term"], "starts", isDay, true)
	has(claims["term"], "ends", isDay, false)
	has(claims["term"], "checkpoint_days", isCount, false)
	has(claims["term"], "grace_days", isCount, false)
	if offline, there := claims["offline"]; there {
		has(offline, "max_days", isCount, false)
		has(offline, "max_starts", isCount, false)
	}
	has(claims, "enforcement", isOneOf("block", "warn", "log"), true)
	has(claims, "attributes", isObject, false)
	attributes, _ := claims["attributes"].(object)
	for name := range attributes {
		has(attributes, name, isText, true)
	}
	if status, there := claims["status"]; there {
		has(of(status, "status_list"), "idx", isCount, true)
		has(of(status, "status_list"), "uri", isText, true)
	}
}

type statusList struct {
	claims  object
	entries []byte
}

// openStatusList is S1 to S4.
func openStatusList(text string, set keySet, now int64) (statusList, error) {
	claims, key := set.open(clean(text), "statuslist+jwt")
	has(claims, "sub", isFilled, true)
	has(claims, "ttl", isNumber, false)
	has(claims["status_list"], "bits", isUp, true)
	has(claims["status_list"], "lst", isText, true)
	demand(slices.Contains([]int64{1, 2, 4, 8}, whole(of(claims, "status_list", "bits"))), "malformed")
	set.checkVendor(claims)
	demand(key["edition"] == "commercial", "edition_mismatch")
	code := state(key, whole(claims["iat"]))
	if code == "revoked_key" {
		return statusList{}, errIgnored
	}
	demand(code == "", code)
	checkScope(key["scope"], "status", claims)
	demand(whole(claims["iat"]) <= now+86_400, "not_yet_valid")
	zipped := bytes.NewReader(decode(of(claims, "status_list", "lst").(string)))
	reader, err := zlib.NewReader(zipped)
	demand(err == nil, "malformed")
	entries, err := io.ReadAll(io.LimitReader(reader, maxList+1))
	demand(len(entries) <= maxList, "too_large")
	demand(err == nil && zipped.Len() == 0, "malformed")
	return statusList{claims, entries}, nil
}

// checkStatus is S1 to S6.
func checkStatus(claims object, lists []string, set keySet, now int64) {
	listed := of(claims, "status", "status_list")
	var newest *statusList
	for _, text := range lists {
		found, err := openStatusList(text, set, now)
		if err != nil || found.claims["sub"] != of(listed, "uri") {
			continue
		}
		if newest == nil || whole(found.claims["iat"]) > whole(newest.claims["iat"]) {
			newest = &found
		}
	}
	if newest == nil {
		return
	}
	bits := whole(of(newest.claims, "status_list", "bits"))
	bit := whole(of(listed, "idx")) * bits
	demand(bit/8 < int64(len(newest.entries)), "out_of_range")
	entry := newest.entries[bit/8] >> (bit % 8) & byte(1<<bits-1)
	demand(entry != 2, "suspended")
	demand(entry == 0, "revoked")
}

type circumstances struct {
	Now       int64    `json:"now"`
	AllowTest bool     `json:"allow_test"`
	Root      string   `json:"root"`
	KeySet    *string  `json:"keyset"`
	Product   *string  `json:"product"`
	User      *string  `json:"user"`
	Status    []string `json:"status"`
}

// checkLicense is L1 to L11.
func checkLicense(text string, set keySet, around circumstances) {
	claims, key := set.open(clean(text), "licentia-license+jwt")
	checkClaims(claims)
	set.checkVendor(claims)
	demand(claims["edition"] == key["edition"], "edition_mismatch")
	code := state(key, whole(claims["iat"]))
	demand(code == "", code)
	scope, product := key["scope"].(object), of(claims, "product", "code").(string)
	checkScope(scope, "license", claims)
	demand(scope["products"] == nil || contains(scope["products"], product), "out_of_scope")
	demand(scope["max_seats"] == nil || whole(claims["seats"]) <= whole(scope["max_seats"]), "out_of_scope")
	demand(scope["max_term_days"] == nil || claims["enforcement"] == "block", "out_of_scope")
	demand(whole(claims["nbf"]) <= around.Now+600 && whole(claims["iat"]) <= around.Now+86_400, "not_yet_valid")
	isExpired := claims["exp"] != nil && around.Now >= whole(claims["exp"])
	demand(!isExpired || claims["enforcement"] != "block", "expired")
	if container, there := claims["container"]; there {
		demand(of(container, "kind") != "cloud", "no_credential")
		panic(refused("wrong_container"))
	}
	if around.User != nil {
		users, listed := claims["users"]
		demand(listed && contains(users, *around.User) || !listed && claims["model"] != "named", "not_assigned")
	}
	demand(around.Product == nil || product == *around.Product, "wrong_product")
	if claims["status"] != nil {
		checkStatus(claims, around.Status, set, around.Now)
	}
}

func judge(text string, around circumstances) (verdict string) {
	defer func() {
		switch code := recover().(type) {
		case nil:
		case refused:
			verdict = "refused " + string(code)
		default:
			panic(code)
		}
	}()
	demand(around.KeySet != nil, "unknown_key")
	checkLicense(text, openKeySet(*around.KeySet, around.Root, around.Now, around.AllowTest), around)
	return "valid"
}

func main() {
	paths, err := filepath.Glob(filepath.Join(os.Args[1], "*.json"))
	if err != nil {
		panic(err)
	}
	sort.Strings(paths)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		var vector struct {
			Level         string          `json:"level"`
			Text          string          `json:"text"`
			Circumstances json.RawMessage `json:"circumstances"`
		}
		if err := json.Unmarshal(data, &vector); err != nil {
			panic(err)
		}
		if vector.Level != "basic" {
			continue
		}
		var around circumstances
		if err := json.Unmarshal(vector.Circumstances, &around); err != nil {
			panic(err)
		}
		fmt.Println(strings.TrimSuffix(filepath.Base(path), ".json"), judge(vector.Text, around))
	}
}
