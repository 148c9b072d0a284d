package io.redress.channel.chat.platform.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The third signature of Alibaba Cloud, ACS3-HMAC-SHA256
 * (https://help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature). It covers method, path, query, body, and
 * the headers {@code host}, {@code content-type} and all {@code x-acs-…}.
 *
 * @param id the setting with the AccessKey ID
 * @param key the setting with the AccessKey secret
 */
record AlibabaCloudSignature(String id, String key) implements RequestSigning {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    @Override
    public Set<String> names() {
        return Set.of(id, key);
    }

    @Override
    public Map<String, String> headers(UnsignedRequest request, Map<String, String> values) {
        String accessKey = RequestSigning.value(id, values);
        String secret = RequestSigning.value(key, values);
        String digest = DigestUtils.sha256Hex(request.body());
        Map<String, String> added = new HashMap<>();
        added.put("x-acs-content-sha256", digest);
        added.put("x-acs-date", RequestSigning.value(RequestTimes.ISO, values));
        added.put("x-acs-signature-nonce", RequestSigning.value(RequestTimes.NONCE, values));
        var signed = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        added.forEach(signed::put);
        signed.keySet().removeIf(name -> !name.startsWith("x-acs-") && !name.equals("content-type"));
        signed.put("host", request.host());
        String names = String.join(";", signed.keySet());
        String canonical = String.join(
                "\n",
                request.method(),
                request.path(),
                sorted(request.query()),
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                digest);
        String signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8))
                .hmacHex(ALGORITHM + "\n" + DigestUtils.sha256Hex(canonical));
        added.put(
                "Authorization",
                ALGORITHM + " Credential=" + accessKey + ",SignedHeaders=" + names + ",Signature=" + signature);
        return added;
    }

    private static String sorted(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
