package io.redress.app;

import io.redress.channel.callcenter.Inboxes;
import io.redress.channel.callcenter.Settling;
import java.io.File;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.strategy.MarkerFileExclusiveReadLockStrategy;

/**
 * Lets a folder's file be taken once it has been seen unchanged for {@code readLockMinAge}, and may be read. Its time of
 * modification alone proves nothing: a copy that keeps times has an old one while it grows.
 */
public final class SettledFiles extends MarkerFileExclusiveReadLockStrategy {

    private final Settling settling;
    private final Inboxes inboxes;

    public SettledFiles(Inboxes inboxes, Clock clock) {
        this.settling = new Settling(clock);
        this.inboxes = inboxes;
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        File now = file.getFile();
        long settle = ((GenericFileEndpoint<?>) exchange.getFromEndpoint()).getReadLockMinAge();
        String name = file.getAbsoluteFilePath();
        return settling.isSettled(name, now.length(), now.lastModified(), settle)
                && inboxes.mayTake(ChannelOfRoute.name(exchange.getContext(), exchange.getFromRouteId()), now.toPath())
                && super.acquireExclusiveReadLock(operations, file, exchange);
    }
}
