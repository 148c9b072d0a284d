package io.redress.camel.event;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Lets an answer take fifteen seconds in all, however slowly its bytes come, and reads nothing of its body: the status says it all. The
 * connection is closed after it, so that an endless body ends.
 */
final class BriefAnswer implements ExecChainHandler {

    static final int SECONDS = 15;

    private final ScheduledExecutorService limits = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "event-limits");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ScheduledFuture<?> limit =
                limits.schedule(() -> scope.execRuntime.discardEndpoint(), SECONDS, TimeUnit.SECONDS);
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            answer.setEntity(null);
            return answer;
        } finally {
            limit.cancel(false);
            scope.execRuntime.discardEndpoint();
        }
    }
}
