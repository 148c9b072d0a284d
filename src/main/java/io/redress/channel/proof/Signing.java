package io.redress.channel.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How a signature is made of the parts of a request. */
sealed interface Signing {

    /** The same with the secrets of one set. */
    interface Signer {
        byte[] sign(WebhookRequest call) throws SignedContent.MissingField;
    }

    /** @throws IllegalArgumentException when a secret cannot be used; the message does not repeat it */
    Signer with(Map<String, String> secrets);

    /** The parts that are signed. */
    List<SignedContent> contents();

    /**
     * A code by a secret key (HMAC, RFC 2104).
     *
     * @param key the name of the secret that is the key
     * @param secretEncoding how that secret writes the key
     */
    record Hmac(HmacAlgorithms algorithm, String key, BinaryEncoding secretEncoding, SignedContent over)
            implements Signing {

        @Override
        public List<SignedContent> contents() {
            return List.of(over);
        }

        @Override
        public Signer with(Map<String, String> secrets) {
            byte[] bytes = secretEncoding.decode(secrets.getOrDefault(key, ""));
            if (bytes == null) {
                throw new IllegalArgumentException("the webhook's secret is not written in " + secretEncoding.key());
            }
            Map<String, byte[]> values = new HashMap<>(utf8(secrets));
            values.put(key, bytes);
            return call -> new HmacUtils(algorithm, bytes).hmac(over.of(call, values));
        }
    }

    /**
     * A digest of text in which a secret stands.
     *
     * @param algorithm as in {@link java.security.MessageDigest}
     * @param over one after the other
     * @param sorted whether they are sorted as text first, as WeChat does
     */
    record Digest(String algorithm, List<SignedContent> over, boolean sorted) implements Signing {

        @Override
        public List<SignedContent> contents() {
            return over;
        }

        @Override
        public Signer with(Map<String, String> secrets) {
            Map<String, byte[]> values = utf8(secrets);
            return call -> {
                var parts = new ArrayList<String>();
                for (SignedContent content : over) {
                    parts.add(new String(content.of(call, values), StandardCharsets.ISO_8859_1));
                }
                if (sorted) {
                    Collections.sort(parts);
                }
                var all = new ByteArrayOutputStream();
                parts.forEach(part -> all.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1)));
                return DigestUtils.getDigest(algorithm).digest(all.toByteArray());
            };
        }
    }

    private static Map<String, byte[]> utf8(Map<String, String> secrets) {
        Map<String, byte[]> values = new HashMap<>();
        secrets.forEach((name, value) -> values.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return values;
    }
}
