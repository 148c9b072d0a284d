package io.redress.channel.chat.platform.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How a request to a platform shows who makes it, as {@code sign} of its file says. */
interface RequestSigning {

    /** The name of the signature in requests that carry it in their address or body. */
    String VALUE = "sign.value";

    /** The settings and values that it needs. */
    Set<String> names();

    /**
     * What stands in the request for {@value #VALUE}; none where the signature is a header.
     *
     * @throws ValueTemplate.MissingValue naming a value that it needs
     */
    default Map<String, String> values(Map<String, String> values) {
        return Map.of();
    }

    /**
     * The headers that are added to a request that is otherwise complete.
     *
     * @throws ValueTemplate.MissingValue naming a value that it needs
     */
    Map<String, String> headers(UnsignedRequest request, Map<String, String> values);

    /** @throws ValueTemplate.MissingValue when a setting has no value */
    static String value(String name, Map<String, String> values) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new ValueTemplate.MissingValue(name);
        }
        return value;
    }

    /**
     * {@code Authorization: Basic} (RFC 7617).
     *
     * @param user the setting with the user's name
     * @param password the setting with the password
     */
    record BasicLogin(String user, String password) implements RequestSigning {

        @Override
        public Set<String> names() {
            return Set.of(user, password);
        }

        @Override
        public Map<String, String> headers(UnsignedRequest request, Map<String, String> values) {
            String login = RequestSigning.value(user, values) + ":" + RequestSigning.value(password, values);
            return Map.of(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
    }

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
            added.put("x-acs-date", RequestSigning.value(SendValues.ISO, values));
            added.put("x-acs-signature-nonce", RequestSigning.value(SendValues.NONCE, values));
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

    /**
     * A request before it is signed.
     *
     * @param address absolute, with its query, encoded as it is sent
     * @param body empty where there is none
     */
    record UnsignedRequest(String method, String address, Map<String, String> headers, String body) {

        /** Behind the question mark; empty when there is none. */
        String query() {
            int mark = address.indexOf('?');
            return mark < 0 ? "" : address.substring(mark + 1);
        }

        /** Of the address; {@code /} where it has none. */
        String path() {
            String whole = address.substring(authorityEnd());
            int mark = whole.indexOf('?');
            String path = mark < 0 ? whole : whole.substring(0, mark);
            return path.isEmpty() ? "/" : path;
        }

        /** Host, and port where it is not the usual one: what the header {@code Host} says. */
        String host() {
            return address.substring(address.indexOf("//") + 2, authorityEnd());
        }

        private int authorityEnd() {
            int from = address.indexOf("//") + 2;
            for (int at = from; at < address.length(); at++) {
                if (address.charAt(at) == '/' || address.charAt(at) == '?') {
                    return at;
                }
            }
            return address.length();
        }
    }
}
