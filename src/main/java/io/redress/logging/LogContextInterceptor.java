package io.redress.logging;

import io.redress.intake.ItemLogContext;
import io.redress.intake.RawMessage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts {@code item} and {@code ticket} into the log's context (MDC) for as long as a stage works on an arrival, which it
 * finds in the body or in variable {@code raw}. Stages need not do anything for it.
 */
@Component
class LogContextInterceptor implements InterceptStrategy {

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode step, Processor target, Processor nextTarget) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                RawMessage raw = arrival(exchange);
                if (raw != null && !ItemLogContext.names(raw)) {
                    exchange.getExchangeExtension().addOnCompletion(new Forget(ItemLogContext.of(raw)));
                }
                return super.process(exchange, callback);
            }
        };
    }

    private static @Nullable RawMessage arrival(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof RawMessage raw) {
            return raw;
        }
        return exchange.getVariable("raw") instanceof RawMessage raw ? raw : null;
    }

    /** The thread goes on to other work. */
    private static final class Forget extends SynchronizationAdapter {

        private final ItemLogContext context;

        Forget(ItemLogContext context) {
            this.context = context;
        }

        @Override
        public void onDone(Exchange exchange) {
            context.close();
        }
    }
}
