package io.redress.camel.file;

import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.inbox.Inbox;
import io.redress.channel.callcenter.inbox.InboxMonitor;
import io.redress.handoff.IntakeBackPressure;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As {@link IntakeAwarePollStrategy}, for folders: it looks for what a poll leaves, and for files that grew. A folder of this machine
 * before each poll; one on a server after it, when there is a connection.
 */
public final class InboxPollStrategy extends IntakeAwarePollStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPollStrategy.class);

    private final InboxMonitor inboxMonitor;
    private final SftpInboxes servers;
    private final CallFiles files;

    public InboxPollStrategy(
            IntakeBackPressure backPressure, InboxMonitor inboxMonitor, SftpInboxes servers, CallFiles files) {
        super(backPressure);
        this.inboxMonitor = inboxMonitor;
        this.servers = servers;
        this.files = files;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        if (!super.begin(consumer, endpoint)) {
            return false;
        }
        if (endpoint instanceof FileEndpoint folder && consumer instanceof RouteAware part) {
            try {
                files.bringBackGrown();
                inboxMonitor.look(channel(folder, part), folder.getFile().toPath(), taken(folder), passing(folder));
            } catch (IOException e) {
                notSeen(e);
            }
        }
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (endpoint instanceof GenericFileEndpoint<?> folder && consumer instanceof RouteAware part) {
            String channel = channel(folder, part);
            Inbox inbox = servers.of(folder, name -> !inboxMonitor.isRefused(channel, name));
            if (inbox != null) {
                try {
                    inboxMonitor.look(channel, inbox, taken(folder), passing(folder));
                } catch (IOException | GenericFileOperationFailedException e) {
                    notSeen(e);
                }
            }
        }
    }

    private static void notSeen(Exception e) {
        LOG.warn("An inbox cannot be listed: {}", e.toString());
    }

    private static String channel(Endpoint folder, RouteAware part) {
        return ChannelNameResolver.name(
                folder.getCamelContext(), part.getRoute().getRouteId());
    }

    private static Predicate<String> taken(GenericFileEndpoint<?> folder) {
        return name -> matches(folder.getIncludePattern(), name, true);
    }

    private static Predicate<String> passing(GenericFileEndpoint<?> folder) {
        String marker = marker(folder.getDoneFileName());
        return name -> matches(folder.getExcludePattern(), name, false) || (!marker.isEmpty() && name.contains(marker));
    }

    private static boolean matches(@Nullable Pattern pattern, String name, boolean without) {
        return pattern == null ? without : pattern.matcher(name).matches();
    }

    /** What all marker files of {@code ${file:name}.done} have in their names. */
    private static String marker(@Nullable String doneFile) {
        return doneFile == null ? "" : doneFile.replaceAll("\\$\\{[^}]*}", "");
    }
}
