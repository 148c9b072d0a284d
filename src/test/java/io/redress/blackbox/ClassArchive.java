package io.redress.blackbox;

import io.redress.sandbox.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Run by the build before the first integration test: a hub's classes, parsed and verified once, and PostgreSQL's files,
 * unpacked once, so that the many hubs of those tests need half of the processor time to start.
 */
public final class ClassArchive {

    private ClassArchive() {}

    public static void main(String[] args) throws IOException {
        Files.deleteIfExists(HubProcess.CLASS_ARCHIVE);
        FileSystemUtils.deleteRecursively(HubProcess.POSTGRES);
        Path folder = Files.createTempDirectory("class-archive");
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        try (var mail = new MailServer(smtp, imap);
                var hub = HubProcess.withMailbox(folder, smtp, imap)
                        .makingClassArchive()
                        .start()) {
            hub.api("/tickets");
        }
        FileSystemUtils.copyRecursively(folder.resolve("data/postgres-bin"), HubProcess.POSTGRES);
        FileSystemUtils.deleteRecursively(folder);
    }
}
