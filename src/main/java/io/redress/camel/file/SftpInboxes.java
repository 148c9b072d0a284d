package io.redress.camel.file;

import io.redress.channel.callcenter.inbox.Inbox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/** The inboxes on SFTP servers, listed over the connections by which their channels poll. */
public final class SftpInboxes {

    /** By address: an edited route's endpoint takes the place of the one before it. */
    private final Map<String, RemoteFileOperations<?>> connections = new ConcurrentHashMap<>();

    void polledBy(GenericFileOperations<?> operations, GenericFileEndpoint<?> endpoint) {
        if (operations instanceof RemoteFileOperations<?> connection) {
            connections.put(endpoint.getEndpointUri(), connection);
        }
    }

    /**
     * The inbox of an endpoint; null while there is no connection to its server.
     *
     * @param mayTake whether the hub has the rights that it needs for a file of this name
     */
    @Nullable
    Inbox of(GenericFileEndpoint<?> endpoint, Predicate<String> mayTake) {
        RemoteFileOperations<?> connection = connections.get(endpoint.getEndpointUri());
        return connection != null && connection.isConnected()
                ? new SftpInbox(
                        endpoint.getEndpointUri(), endpoint.getConfiguration().getDirectory(), connection, mayTake)
                : null;
    }

    private record SftpInbox(String place, String folder, RemoteFileOperations<?> connection, Predicate<String> rights)
            implements Inbox {

        @Override
        public List<Entry> entries() {
            return Arrays.stream(connection.listFiles(folder))
                    .filter(SftpRemoteFile.class::isInstance)
                    .map(SftpRemoteFile.class::cast)
                    .map(file -> new Entry(
                            file.getFilename(), file.isDirectory() ? Kind.FOLDER : Kind.FILE, file.getFileLength()))
                    .toList();
        }

        @Override
        public boolean mayTake(String name) {
            return rights.test(name);
        }
    }
}
