package io.redress.app;

import io.redress.channel.callcenter.Settling;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/** As {@link SettledFiles}, for files on a server, by what its listings say. */
public final class SettledRemoteFiles implements GenericFileExclusiveReadLockStrategy<Object> {

    private final Settling settling;
    private final ServerInboxes servers;

    public SettledRemoteFiles(ServerInboxes servers, Clock clock) {
        this.servers = servers;
        this.settling = new Settling(clock);
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<Object> operations, GenericFile<Object> file, Exchange exchange) {
        var endpoint = (GenericFileEndpoint<?>) exchange.getFromEndpoint();
        String name = endpoint.getEndpointUri() + "/" + file.getAbsoluteFilePath();
        return settling.isSettled(name, file.getFileLength(), file.getLastModified(), endpoint.getReadLockMinAge());
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<Object> operations, GenericFileEndpoint<Object> endpoint) {
        servers.polledBy(operations, endpoint); // nothing of before is kept on the server
    }

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<Object> operations, GenericFile<Object> file, Exchange exchange) {
        // nothing was locked
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<Object> operations, GenericFile<Object> file, Exchange exchange) {
        // nothing was locked
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<Object> operations, GenericFile<Object> file, Exchange exchange) {
        // nothing was locked
    }

    @Override
    public void setTimeout(long timeout) {
        // it never waits: the next poll looks again
    }

    @Override
    public void setCheckInterval(long checkInterval) {
        // as above
    }

    @Override
    public void setReadLockLoggingLevel(LoggingLevel readLockLoggingLevel) {
        // it has nothing to log
    }

    @Override
    public void setMarkerFiler(boolean markerFiler) {
        // it makes no marker files
    }

    @Override
    public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {
        // as above
    }
}
