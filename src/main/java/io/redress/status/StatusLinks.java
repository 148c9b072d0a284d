package io.redress.status;

import java.net.URI;

/** Where a customer finds the status of a ticket. */
public final class StatusLinks {

    private final String base;
    private final String basePath;
    private final String origin;
    private final StatusToken tokens;

    /** {@code publicUrl}: how customers reach the hub from outside, such as {@code https://help.example.com}. */
    public StatusLinks(URI publicUrl, StatusToken tokens) {
        this.base = withoutSlash(publicUrl.toString());
        this.basePath = withoutSlash(publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath());
        this.origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
        this.tokens = tokens;
    }

    /** The origin of the hub's own pages, as browsers write it. */
    public String origin() {
        return origin;
    }

    /** The whole address of the first link to a number, for who is told the number. */
    public String url(String number) {
        return url(number, 0);
    }

    /** The whole address, for messages and programs; {@code generation} as in {@link StatusLinkStates}. */
    public String url(String number, int generation) {
        return base + local(number, generation);
    }

    /** Where a customer chooses a time to be called. */
    public String callbackUrl(String number, int generation) {
        return base + callback(number, generation);
    }

    /** {@link #callbackUrl} without scheme and host. */
    public String callbackPath(String number, int generation) {
        return basePath + callback(number, generation);
    }

    /** {@link #url(String)} without scheme and host, for a browser that is here already, by whatever name. */
    public String path(String number, String language) {
        return path(number, 0, language);
    }

    /** The same for links of any generation. */
    public String path(String number, int generation, String language) {
        return here(number, generation) + "&lang=" + language;
    }

    /** The same for the reader's own language. */
    String here(String number, int generation) {
        return basePath + local(number, generation);
    }

    /** A path of the hub as a browser must ask for it, behind a reverse proxy too. */
    public String path(String path) {
        return basePath + path;
    }

    /** Where what a customer adds on a status page is sent. */
    String messages(String number, int generation) {
        return basePath + "/status/messages?number=" + number + "&token=" + tokens.of(number, generation);
    }

    /** Where a photo of a status page is. */
    String file(String number, int generation, int place) {
        return basePath + "/tickets/" + number + "/files/" + place + "?token=" + tokens.of(number, generation);
    }

    private String callback(String number, int generation) {
        return "/tickets/" + number + "/callback?token=" + tokens.of(number, generation);
    }

    private String local(String number, int generation) {
        return "/tickets/" + number + "?token=" + tokens.of(number, generation);
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
