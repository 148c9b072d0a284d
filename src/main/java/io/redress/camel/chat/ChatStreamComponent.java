package io.redress.camel.chat;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code chat-stream:channel}: what a chat platform sends through a WebSocket that the hub opens.
 *
 * <p>Camel's Vert.x WebSocket consumer connects to one fixed address, opens it again in steady steps, and has no answer after a
 * route's end: here each connection has an address and a ticket of its own, and a frame is answered when its messages are on disk.
 */
public final class ChatStreamComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var endpoint = new ChatStreamEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
