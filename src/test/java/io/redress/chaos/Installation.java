package io.redress.chaos;

import io.redress.blackbox.ExternalBroker;
import io.redress.blackbox.ExternalDatabase;
import io.redress.blackbox.HubProcess;
import io.redress.sandbox.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A hub in its own process with all its peers: mail server, and where the plan says so a broker and a database. */
final class Installation implements AutoCloseable {

    static final int DISK_MEGABYTES = 3_000;

    final HubProcess hub;
    final MailServer mail;
    final SeverablePort smtp;
    final SeverablePort imap;
    final DataDisk disk;
    final HubClock clock;
    /** Held for reading by whoever writes into the data folder from outside. */
    final ReadWriteLock diskInUse = new ReentrantReadWriteLock();

    final @Nullable ExternalBroker broker;
    final @Nullable ExternalDatabase database;

    Installation(ChaosPlan plan) throws IOException, SQLException {
        Path folder = Path.of("target", "chaos", plan.name()).toAbsolutePath();
        if (Files.exists(folder)) {
            ShellCommand.run("umount", "-l", folder.resolve("data").toString());
            FileSystemUtils.deleteRecursively(folder);
        }
        Files.createDirectories(folder);
        mail = new MailServer(HubProcess.freePort(), HubProcess.freePort());
        smtp = new SeverablePort(HubProcess.freePort(), mail.server().getSmtp().getPort());
        imap = new SeverablePort(HubProcess.freePort(), mail.server().getImap().getPort());
        disk = DataDisk.mount(folder.resolve("disk.img"), folder.resolve("data"), DISK_MEGABYTES);
        clock = new HubClock(folder.resolve("data"), plan.speed());
        hub = HubProcess.withMailbox(folder, smtp.port(), imap.port())
                .set("mailbox.period", 1_000)
                .set("redress.web-form.per-minute", 100_000)
                .set("redress.mail.acknowledgements-per-hour", 1_000)
                .set("redress.mail.unproved.limited", false)
                .set("redress.due.period", 250)
                .set("redress.due.at-once", 200)
                .set("redress.due.steps-at-once", 200)
                .set("redress.clock.speed", plan.speed());
        hub.set("redress.public-url", hub.uri("").toString());
        // started often: a quick start counts for more than speed
        hub.by("env", "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        new ShopConfiguration(folder).adapt();
        if (plan.external()) {
            broker = new ExternalBroker(folder.resolve("broker")).start();
            database = new ExternalDatabase(folder.resolve("database")).start();
            hub.set("redress.broker.url", broker.failoverUrl())
                    .set("redress.broker.username", ExternalBroker.USER)
                    .set("redress.broker.password", ExternalBroker.PASSWORD)
                    .set("redress.database.url", database.url())
                    .set("redress.database.username", "postgres");
        } else {
            broker = null;
            database = null;
        }
        plan.sabotage().beforeTheStart(this);
    }

    /** Where downstream systems connect, and with which password. */
    String brokerUrl() {
        return broker == null ? hub.brokerUrl() : broker.url();
    }

    String brokerPassword() {
        return broker == null ? HubProcess.BROKER_PASSWORD : ExternalBroker.PASSWORD;
    }

    Path folder() {
        return hub.folder();
    }

    /** The process id of the database's server. */
    long postmaster() throws IOException {
        Path cluster = folder().resolve(database == null ? "data/postgres" : "database/cluster");
        return Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public void close() throws IOException {
        hub.close();
        smtp.close();
        imap.close();
        mail.close();
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.close();
        }
        disk.close();
    }
}
