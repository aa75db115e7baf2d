import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The vectors by the JDK alone. */
final class VerifyJdk {
    /** The DER encoding of an Ed25519 public key (RFC 8410), up to its 32 bytes. */
    private static final String PREFIX = "302a300506032b6570032100";

    public static void main(String[] args) throws Exception {
        Rules.main(args[0], VerifyJdk::verified);
    }

    private static byte[] verified(String token, byte[] x) throws Exception {
        String[] parts = token.split("\\.", -1);
        byte[] der = HexFormat.of().parseHex(PREFIX + HexFormat.of().formatHex(x));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
            throw new SignatureException();
        }
        return Base64.getUrlDecoder().decode(parts[1]);
    }
}
