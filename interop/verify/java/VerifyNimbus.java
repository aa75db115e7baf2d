import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.SignatureException;

/** The vectors by nimbus-jose-jwt. */
final class VerifyNimbus {
    public static void main(String[] args) throws Exception {
        Rules.main(args[0], VerifyNimbus::verified);
    }

    private static byte[] verified(String token, byte[] x) throws Exception {
        JWSObject jws = JWSObject.parse(token);
        OctetKeyPair key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build();
        if (!jws.verify(new Ed25519Verifier(key))) {
            throw new SignatureException();
        }
        return jws.getPayload().toBytes();
    }
}
