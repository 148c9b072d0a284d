package io.redress.health;

import io.redress.settings.ApiSettings;
import io.redress.settings.HubProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code openDoors} to {@code /actuator/health}, and to the log at the start: what other users of the machine can
 * read or change. Such a hub works, so it stays up, with {@code WARNING} at this place.
 */
@Component("openDoorsHealthIndicator")
class InsecurePermissionsHealthIndicator extends AbstractHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(InsecurePermissionsHealthIndicator.class);
    private static final Status WARNING = new Status("WARNING");
    private static final Path PROCESS = Path.of("/proc/self");
    private static final String FILE = "file:";

    private final HubProperties settings;
    private final ApiSettings api;

    InsecurePermissionsHealthIndicator(HubProperties settings, ApiSettings api) {
        this.settings = settings;
        this.api = api;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() throws IOException {
        found().forEach(finding -> LOG.warn("Readable or writable by other users of this machine: {}", finding));
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        List<String> found = found();
        if (found.isEmpty()) {
            health.up();
        } else {
            health.status(WARNING).withDetail("found", found);
        }
    }

    private List<String> found() throws IOException {
        var permissions = new InsecurePermissions()
                .process(isRoot())
                .secret(settings.dataDir())
                .secret(settings.dataDir().resolve("secrets"))
                .rules(settings.configDir())
                .rules(settings.routesDir())
                .settings(Path.of("config", "application.yaml"));
        if (settings.blobDir() != null) {
            permissions.secret(settings.blobDir());
        }
        if (settings.keyFile() != null) {
            permissions.secret(settings.keyFile());
        }
        for (String key : api.keys().values()) {
            if (key.startsWith(FILE)) {
                permissions.secret(Path.of(key.substring(FILE.length())));
            }
        }
        return permissions.found();
    }

    private static boolean isRoot() throws IOException {
        return Files.exists(PROCESS)
                ? Integer.valueOf(0).equals(Files.getAttribute(PROCESS, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }
}
