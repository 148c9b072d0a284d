package io.redress.camel.http;

import io.redress.web.ChannelResponse;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;

/** Makes the response of a channel that of an exchange; whatever else its message had as headers does not go out. */
public final class ChannelResponseWriter {

    @Handler
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        ChannelResponse response = message.getBody(ChannelResponse.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
        response.headers().forEach(message::setHeader);
        message.setBody(response.content());
    }
}
