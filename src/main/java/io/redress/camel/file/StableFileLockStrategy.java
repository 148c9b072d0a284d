package io.redress.camel.file;

import io.redress.channel.callcenter.inbox.FileStability;
import io.redress.channel.callcenter.inbox.InboxMonitor;
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
public final class StableFileLockStrategy extends MarkerFileExclusiveReadLockStrategy {

    private final FileStability fileStability;
    private final InboxMonitor inboxMonitor;

    public StableFileLockStrategy(InboxMonitor inboxMonitor, Clock clock) {
        this.fileStability = new FileStability(clock);
        this.inboxMonitor = inboxMonitor;
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) throws Exception {
        File now = file.getFile();
        long settle = ((GenericFileEndpoint<?>) exchange.getFromEndpoint()).getReadLockMinAge();
        String name = file.getAbsoluteFilePath();
        return fileStability.isSettled(name, now.length(), now.lastModified(), settle)
                && inboxMonitor.mayTake(
                        ChannelNameResolver.name(exchange.getContext(), exchange.getFromRouteId()), now.toPath())
                && super.acquireExclusiveReadLock(operations, file, exchange);
    }
}
