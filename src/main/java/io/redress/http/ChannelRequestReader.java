package io.redress.http;

import io.redress.handoff.SourceNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;

/**
 * Reads a channel's request into its exchange: the unread body becomes the message's, variable {@code client} is the sender's
 * address, and {@code network} what limits by address count by ({@link SourceNetwork}). Simple expressions such as
 * {@code ${header.CamelHttpServletRequest.inputStream}} look methods up by reflection at each request.
 */
public final class ChannelRequestReader {

    /** @throws IOException when the body cannot be opened */
    @Handler
    public void read(Exchange exchange) throws IOException {
        var request = exchange.getMessage().getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        String client = request.getRemoteAddr();
        exchange.setVariable("client", client);
        exchange.setVariable("network", SourceNetwork.of(client));
        exchange.getMessage().setBody(request.getInputStream());
    }
}
