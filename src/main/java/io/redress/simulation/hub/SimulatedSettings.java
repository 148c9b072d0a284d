package io.redress.simulation.hub;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a simulated hub does not take from its configuration: above all every place that it writes to or asks. */
final class SimulatedSettings {

    private SimulatedSettings() {}

    /**
     * The settings, by key; they win over those of the file and the environment.
     *
     * @param folder the run's own, deleted at its end
     * @param database the JDBC address of the run's own database
     */
    static Map<String, String> of(Path config, Path folder, String database, String password, String broker) {
        var settings = new TreeMap<String, String>();
        settings.put("spring.config.location", "classpath:/,optional:file:" + config.toAbsolutePath() + "/");
        settings.put("redress.config-dir", config.toString());
        settings.put("redress.routes-dir", folder.resolve("routes").toString());
        settings.put("redress.routes.reload", "0s");
        settings.put("redress.data-dir", folder.resolve("data").toString());
        settings.put("redress.blob-dir", folder.resolve("blobs").toString());
        settings.put("redress.history.folder", folder.resolve("heads").toString());
        settings.put("redress.key-file", folder.resolve("hub.key").toString());
        settings.put("redress.encryption.enabled", "false");
        settings.put("redress.inbox-group", "");
        settings.put("redress.privacy.inboxes", "");
        settings.put("redress.attachments.scan.address", "");
        settings.put("redress.database.url", database);
        settings.put("redress.database.username", "postgres");
        settings.put("redress.database.password", password);
        settings.put("redress.broker.url", broker);
        settings.put("redress.broker.users", folder.resolve("none.yaml").toString()); // every desk may report
        settings.put("redress.clock.speed", "1");
        settings.put("redress.mail.unproved.limited", "false"); // a month's customers come from one machine
        settings.put("redress.intake.consumers", "1");
        settings.put("redress.due.at-once", "1000");
        settings.put("redress.due.steps-at-once", "1000");
        settings.put("logging.level.root", "WARN");
        settings.put(
                "logging.level.io.redress.health.InsecurePermissionsHealthIndicator",
                "OFF"); // nobody else can open the folder
        settings.put("spring.main.keep-alive", "false");
        return settings;
    }
}
