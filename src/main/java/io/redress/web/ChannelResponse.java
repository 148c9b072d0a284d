package io.redress.web;

import java.util.Map;

/** What a channel answers to a request, as any HTTP server can send it. */
public interface ChannelResponse {

    int status();

    /** By name; {@code Content-Type} among them. */
    Map<String, String> headers();

    /** The body; empty, never null. */
    byte[] content();
}
