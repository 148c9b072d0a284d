package io.redress.camel.file;

import io.redress.channel.callcenter.inbox.FileStability;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/** As {@link StableFileLockStrategy}, for files on a server, by what its listings say. */
public final class StableRemoteFileLockStrategy implements GenericFileExclusiveReadLockStrategy<Object> {

    private final FileStability fileStability;
    private final SftpInboxes servers;

    public StableRemoteFileLockStrategy(SftpInboxes servers, Clock clock) {
        this.servers = servers;
        this.fileStability = new FileStability(clock);
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<Object> operations, GenericFile<Object> file, Exchange exchange) {
        var endpoint = (GenericFileEndpoint<?>) exchange.getFromEndpoint();
        String name = endpoint.getEndpointUri() + "/" + file.getAbsoluteFilePath();
        return fileStability.isSettled(
                name, file.getFileLength(), file.getLastModified(), endpoint.getReadLockMinAge());
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
