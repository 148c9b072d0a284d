package io.redress.channel.chat.platform.outbound;

import io.redress.ticket.KeyedEnum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * A code over text: by a secret key (HMAC, RFC 2104), or a digest of text in which a secret stands.
 *
 * @param key the setting with the key; empty for a digest
 * @param over the text, in which also {@code method}, {@code path}, {@code query} and {@code body} of the request may stand
 * @param header that carries it behind {@code prefix}; null where it stands in the request as {@link RequestSigning#VALUE}
 */
record KeyedSignature(
        Algorithm algorithm,
        String key,
        ValueTemplate over,
        boolean base64,
        String prefix,
        @Nullable String header) implements RequestSigning {

    /** The parts of a request that are known when it is complete. */
    static final Set<String> PARTS = Set.of("method", "path", "query", "body");

    /** How the code is made; MD5 and SHA-1 are what some gateways still ask for. */
    enum Algorithm implements KeyedEnum {
        MD5,
        SHA1,
        SHA256,
        SHA512
    }

    @Override
    public Set<String> names() {
        var names = new LinkedHashSet<>(over.names());
        if (!key.isEmpty()) {
            names.add(key);
        }
        return names;
    }

    @Override
    public Map<String, String> values(Map<String, String> values) {
        return header == null ? Map.of(VALUE, signature(values)) : Map.of();
    }

    @Override
    public Map<String, String> headers(UnsignedRequest request, Map<String, String> values) {
        if (header == null) {
            return Map.of();
        }
        Map<String, String> all = new HashMap<>(values);
        all.put("method", request.method());
        all.put("path", request.path());
        all.put("query", request.query());
        all.put("body", request.body());
        return Map.of(header, signature(all));
    }

    private String signature(Map<String, String> values) {
        byte[] content = over.fill(values).getBytes(StandardCharsets.UTF_8);
        byte[] code = key.isEmpty()
                ? digest(content)
                : new HmacUtils(hmac(), RequestSigning.value(key, values).getBytes(StandardCharsets.UTF_8))
                        .hmac(content);
        return prefix
                + (base64
                        ? Base64.getEncoder().encodeToString(code)
                        : HexFormat.of().formatHex(code));
    }

    private byte[] digest(byte[] content) {
        return switch (algorithm) {
            case MD5 -> DigestUtils.md5(content);
            case SHA1 -> DigestUtils.sha1(content);
            case SHA256 -> DigestUtils.sha256(content);
            case SHA512 -> DigestUtils.sha512(content);
        };
    }

    private HmacAlgorithms hmac() {
        return switch (algorithm) {
            case MD5 -> HmacAlgorithms.HMAC_MD5;
            case SHA1 -> HmacAlgorithms.HMAC_SHA_1;
            case SHA256 -> HmacAlgorithms.HMAC_SHA_256;
            case SHA512 -> HmacAlgorithms.HMAC_SHA_512;
        };
    }
}
