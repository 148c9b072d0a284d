package io.redress.web;

import java.util.Map;

/** What a channel answers to a request, as any HTTP server can send it. */
public interface HttpReply {

    int status();

    /** By name; {@code Content-Type} among them. */
    Map<String, String> headers();

    byte[] content();
}
