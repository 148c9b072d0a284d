package io.redress.app;

import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.Inboxes;
import io.redress.handoff.IntakeGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.FileEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As {@link WhileIntakeIsOpen}, for folders: before each poll it looks for what the poll will leave, and for files that grew. */
public final class InboxPolls extends WhileIntakeIsOpen {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPolls.class);

    private final Inboxes inboxes;
    private final CallFiles files;

    public InboxPolls(IntakeGate gate, Inboxes inboxes, CallFiles files) {
        super(gate);
        this.inboxes = inboxes;
        this.files = files;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        if (!super.begin(consumer, endpoint)) {
            return false;
        }
        if (endpoint instanceof FileEndpoint folder && consumer instanceof RouteAware part) {
            look(folder, part.getRoute().getRouteId());
        }
        return true;
    }

    private void look(FileEndpoint folder, String route) {
        try {
            files.bringBackGrown();
            Path path = folder.getFile().toPath();
            String marker = marker(folder.getDoneFileName());
            inboxes.look(
                    ChannelOfRoute.name(folder.getCamelContext(), route),
                    path,
                    name -> matches(folder.getIncludePattern(), name, true),
                    name -> matches(folder.getExcludePattern(), name, false)
                            || (!marker.isEmpty() && name.contains(marker)));
        } catch (IOException e) {
            LOG.warn("An inbox cannot be looked at: {}", e.toString());
        }
    }

    private static boolean matches(@Nullable Pattern pattern, String name, boolean without) {
        return pattern == null ? without : pattern.matcher(name).matches();
    }

    /** What all marker files of {@code ${file:name}.done} have in their names. */
    private static String marker(@Nullable String doneFile) {
        return doneFile == null ? "" : doneFile.replaceAll("\\$\\{[^}]*}", "");
    }
}
