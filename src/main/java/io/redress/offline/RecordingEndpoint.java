package io.redress.offline;

import io.redress.reply.Reply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Stands in for an endpoint: writes down what it gets, and answers as a token server would, which is enough to go on. */
final class RecordingEndpoint extends DefaultEndpoint {

    /** Any other may carry a key: which one does, the target's file says. */
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "content-type",
            "idempotency-key",
            "webhook-id",
            "webhook-timestamp",
            "subject",
            "to",
            "from",
            Exchange.FILE_NAME.toLowerCase(Locale.ROOT));

    private static final String TOKEN = "{\"access_token\":\"trial\",\"expires_in\":60}";

    private final String address;
    private final List<String> requests;

    RecordingEndpoint(Endpoint real, List<String> requests) {
        super(real.getEndpointUri(), null);
        this.address = DeliveryDryRun.address(real);
        this.requests = requests;
        setCamelContext(real.getCamelContext());
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                requests.add(shown(exchange.getMessage()));
                exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
                exchange.getMessage().setBody(new ByteArrayInputStream(TOKEN.getBytes(StandardCharsets.UTF_8)));
            }
        };
    }

    private String shown(Message message) {
        Object method = message.getHeader(Exchange.HTTP_METHOD);
        Object url = message.getHeader(Exchange.HTTP_URI);
        Object query = message.getHeader(Exchange.HTTP_QUERY);
        var text = new StringBuilder();
        text.append(method == null ? "to" : method).append(' ').append(url == null ? address : url);
        text.append(query == null ? "" : "?" + query).append('\n');
        new TreeMap<>(message.getHeaders()).forEach((name, value) -> {
            if (value != null && (!name.startsWith("Camel") || name.equals(Exchange.FILE_NAME))) {
                boolean secret = !SHOWN.contains(name.toLowerCase(Locale.ROOT));
                text.append(name).append(": ").append(secret ? "***" : value).append('\n');
            }
        });
        return text.append('\n').append(body(message)).toString();
    }

    private static String body(Message message) {
        if (message.getBody() instanceof Reply reply && reply.mail() != null) {
            return new String(reply.mail().bytes(), StandardCharsets.UTF_8);
        }
        String text = message.getBody(String.class);
        return text == null ? "" : text;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("a target's steps take nothing in");
    }
}
