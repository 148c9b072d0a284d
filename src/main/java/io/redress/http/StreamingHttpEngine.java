package io.redress.http;

import io.redress.failure.RedactedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camel's HTTP server, with three differences: a route with {@code useStreaming} gets the body unread (see {@link
 * StreamingRequest}); its answer has a {@code Content-Length} where the length is known; and routes run on the web server's own
 * threads, of which there are enough for slow uploads, rather than on the eight of Spring's task executor.
 */
public final class StreamingHttpEngine extends SpringBootPlatformHttpEngine {

    private static final Logger LOG = LoggerFactory.getLogger(StreamingHttpEngine.class);
    private static final Executor SAME_THREAD = Runnable::run;

    private final ChannelPaths paths;

    /** @param paths where the routes with {@code useStreaming} that run are found */
    public StreamingHttpEngine(int port, ChannelPaths paths) {
        super(port, SAME_THREAD);
        this.paths = paths;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return endpoint.isUseStreaming()
                ? new StreamingHttpConsumer(endpoint, processor, paths)
                : super.createConsumer(endpoint, processor);
    }

    private static final class StreamingHttpConsumer extends SpringBootPlatformHttpConsumer {

        private final ChannelPaths paths;

        StreamingHttpConsumer(PlatformHttpEndpoint endpoint, Processor processor, ChannelPaths paths) {
            super(endpoint, processor, SAME_THREAD);
            this.paths = paths;
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            paths.add(this);
        }

        @Override
        protected void doStop() throws Exception {
            paths.remove(this);
            super.doStop();
        }

        /** Stream caching would read the whole body into memory before the route limits it, or asks for any of it. */
        @Override
        public Exchange createExchange(boolean autoRelease) {
            Exchange exchange = super.createExchange(autoRelease);
            exchange.getExchangeExtension().setStreamCacheDisabled(true);
            return exchange;
        }

        /** Nothing to wait for: it has run when it returns. A future would send each request round the servlets again. */
        @Override
        public @Nullable CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
            super.service(request, response).exceptionally(error -> failed(response, error));
            return null;
        }

        /** An {@link Error}, which Camel does not answer: nobody may take it for an acceptance. */
        private static @Nullable Void failed(HttpServletResponse response, Throwable error) {
            LOG.error("A request of a channel was not answered by its route", RedactedException.of(error));
            if (!response.isCommitted()) {
                response.reset();
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
            return null;
        }

        @Override
        protected void handleService(HttpServletRequest request, HttpServletResponse response) throws Exception {
            if (!isStarted()) {
                // Camel leaves the path mapped when a channel is reloaded or taken away: senders shall come again.
                response.setHeader("Retry-After", "5");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            super.handleService(new StreamingRequest(request), response);
        }

        /** Without a length the web server would send the answer in chunks. */
        @Override
        protected void afterProcess(HttpServletResponse response, Exchange exchange) throws Exception {
            Message answer = exchange.getMessage();
            boolean encoded = answer.getHeader(Exchange.CONTENT_ENCODING) != null; // Camel zips what says it is zipped
            if (!exchange.isFailed() && !encoded && answer.getBody() instanceof byte[] content) {
                response.setContentLength(content.length);
            }
            super.afterProcess(response, exchange);
        }
    }
}
