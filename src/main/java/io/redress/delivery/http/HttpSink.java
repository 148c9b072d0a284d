package io.redress.delivery.http;

import io.redress.delivery.Delivery;
import io.redress.delivery.dialogue.Dialogue;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** {@link HttpTarget} as kamelet {@code http-delivery-sink} makes it: by its properties, of which the kamelet tells. */
public final class HttpSink {

    private String url = "";
    private String followUpUrl = "";
    private String updateUrl = "";
    private String lookup = "";
    private String method = "";
    private String record = "";
    private String found = "";
    private String auth = "";
    private String username = "";
    private String secret = "";
    private String header = "";
    private String tokenUrl = "";
    private String scope = "";
    private String sign = "";
    private @Nullable HttpTarget target;

    /** As {@link HttpTarget#begin}. */
    public Dialogue begin(Delivery delivery) {
        return target().begin(delivery);
    }

    private synchronized HttpTarget target() {
        if (target == null) {
            target = new HttpTarget(
                    new TargetUrls(url, followUpUrl, updateUrl, lookup),
                    method,
                    record,
                    found,
                    new TargetCredentials(auth, username, secret, header, tokenUrl, scope),
                    sign,
                    Clock.systemUTC());
        }
        return target;
    }

    public void setUrl(String url) {
        this.url = TargetUrls.known(url);
    }

    public void setFollowUpUrl(String followUpUrl) {
        this.followUpUrl = TargetUrls.known(followUpUrl);
    }

    public void setUpdateUrl(String updateUrl) {
        this.updateUrl = TargetUrls.known(updateUrl);
    }

    public void setLookup(String lookup) {
        this.lookup = TargetUrls.asksForNumber(lookup);
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public void setRecord(String record) {
        this.record = record;
    }

    public void setFound(String found) {
        this.found = found;
    }

    public void setAuth(String auth) {
        this.auth = auth;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public void setHeader(String header) {
        this.header = header;
    }

    public void setTokenUrl(String tokenUrl) {
        this.tokenUrl = tokenUrl;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public void setSign(String sign) {
        this.sign = sign;
    }
}
