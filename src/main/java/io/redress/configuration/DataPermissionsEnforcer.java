package io.redress.configuration;

import io.redress.database.DataFolder;
import io.redress.database.DataPermissions;
import io.redress.settings.HubProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts the permissions of the data folder right: at the start, and for what broker and routes make later. */
final class DataPermissionsEnforcer {

    private static final Logger LOG = LoggerFactory.getLogger(DataPermissionsEnforcer.class);

    private final DataPermissions permissions;
    private boolean failed;

    /** @throws IllegalStateException when the group of the inbox cannot be set */
    DataPermissionsEnforcer(DataFolder folder, HubProperties hub) {
        permissions = new DataPermissions(folder.path(), hub.inboxGroup());
        try {
            permissions.apply();
        } catch (UserPrincipalNotFoundException e) {
            throw new IllegalStateException(
                    "there is no group '" + hub.inboxGroup() + "'; create it, or remove redress.inbox-group", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the permissions of " + folder.path().toAbsolutePath()
                            + " cannot be set: give the folder and all in it to"
                            + " the hub's user, and make that user a member of redress.inbox-group where that is set",
                    e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void again() {
        try {
            permissions.apply();
            failed = false;
        } catch (IOException e) {
            // A file that somebody else put into the inbox, say: it is behind folders that are shut.
            if (!failed) {
                LOG.warn("Permissions in the data folder could not be corrected: {}", e.toString());
            }
            failed = true;
        }
    }
}
