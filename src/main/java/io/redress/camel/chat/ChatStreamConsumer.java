package io.redress.camel.chat;

import io.redress.channel.chat.platform.stream.StreamClient;
import io.redress.channel.chat.platform.stream.StreamFrame;
import io.redress.channel.chat.platform.stream.StreamThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives each frame with messages to the route as a {@link StreamFrame}, one after the other; a frame is answered when the route has
 * ended well. A route that pauses closes its connection.
 */
final class ChatStreamConsumer extends DefaultConsumer implements Suspendable {

    private final ChatStreamEndpoint endpoint;
    private @Nullable ScheduledExecutorService scheduler;
    private @Nullable ExecutorService frames;
    private @Nullable StreamClient client;

    ChatStreamConsumer(ChatStreamEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ExecutorServiceManager threads = endpoint.getCamelContext().getExecutorServiceManager();
        ScheduledExecutorService pool = threads.newScheduledThreadPool(this, "ChatStream", 2);
        ExecutorService line = threads.newSingleThreadExecutor(this, "ChatStreamFrames");
        scheduler = pool;
        frames = line;
        client = new StreamClient(
                endpoint.stream(),
                this::handOff,
                endpoint.services(),
                endpoint.timing(),
                new StreamThreads(pool, line));
        client.start();
    }

    private void handOff(StreamFrame frame) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(frame);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            if (exchange.isFailed() || exchange.isRollbackOnly()) {
                throw new CamelExecutionException("the route rolled it back", exchange);
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        if (client != null) {
            client.stop();
        }
    }

    @Override
    protected void doResume() {
        if (client != null) {
            client.start();
        }
    }

    @Override
    protected void doStop() throws Exception {
        ExecutorServiceManager threads = endpoint.getCamelContext().getExecutorServiceManager();
        if (client != null) {
            client.stop();
            client = null;
        }
        if (scheduler != null) {
            threads.shutdownNow(scheduler);
        }
        if (frames != null) {
            threads.shutdownNow(frames);
        }
        super.doStop();
    }
}
