package io.redress.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Calls the hub as a Shopify shop does: the signature is over the body alone, in Base64. */
public final class ShopWebhook {

    private static final String SECRET = "shopify-secret-for-trials";

    private ShopWebhook() {}

    /** The settings of a hub that listens to the shop. */
    public static Map<String, String> settings() {
        return Map.of("shopify.enabled", "true", "shopify.secret", SECRET);
    }

    /** @param body of topic {@code returns/request} */
    public static HttpRequest.Builder returnRequest(URI hub, byte[] body) {
        byte[] signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmac(body);
        return HttpRequest.newBuilder(hub.resolve("/webhooks/shopify"))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "returns/request")
                .header("X-Shopify-Shop-Domain", "lamps-and-kettles.myshopify.example")
                .header("X-Shopify-Hmac-Sha256", Base64.getEncoder().encodeToString(signature))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
}
