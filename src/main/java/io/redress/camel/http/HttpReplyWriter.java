package io.redress.camel.http;

import io.redress.web.HttpReply;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;

/** Makes the answer of a channel that of an exchange; whatever else its message had as headers does not go out. */
public final class HttpReplyWriter {

    @Handler
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        HttpReply reply = message.getBody(HttpReply.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        reply.headers().forEach(message::setHeader);
        message.setBody(reply.content());
    }
}
