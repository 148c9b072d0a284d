package io.redress.status;

import java.net.URI;

/** Where a customer finds the status of a ticket. */
public final class StatusLinks {

    private final String base;
    private final String basePath;
    private final StatusToken tokens;

    /** {@code publicUrl}: how customers reach the hub from outside, such as {@code https://help.example.com}. */
    public StatusLinks(URI publicUrl, StatusToken tokens) {
        this.base = withoutSlash(publicUrl.toString());
        this.basePath = withoutSlash(publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath());
        this.tokens = tokens;
    }

    /** The whole address, for messages and programs. */
    public String url(String number) {
        return base + local(number);
    }

    /** Where a customer chooses a time to be called. */
    public String callbackUrl(String number) {
        return base + callback(number);
    }

    /** {@link #callbackUrl} without scheme and host. */
    public String callbackPath(String number) {
        return basePath + callback(number);
    }

    /** {@link #url} without scheme and host, for a browser that is here already, by whatever name. */
    public String path(String number, String language) {
        return basePath + local(number) + "&lang=" + language;
    }

    /** A path of the hub as a browser must ask for it, behind a reverse proxy too. */
    public String path(String path) {
        return basePath + path;
    }

    private String callback(String number) {
        return "/tickets/" + number + "/callback?token=" + tokens.of(number);
    }

    private String local(String number) {
        return "/tickets/" + number + "?token=" + tokens.of(number);
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
