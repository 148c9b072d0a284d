package io.redress.systems;

import static org.awaitility.Awaitility.await;

import io.redress.blackbox.HubProcess;
import io.redress.channel.mailbox.MailboxChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A real IMAP and POP3 server with one mailbox on loopback, in a folder and processes of its own. Needs root. */
final class Dovecot implements AutoCloseable {

    /** Owns the mails; Dovecot opens no mailbox as root. */
    private static final String OWNER = "nobody";

    final int imap = HubProcess.freePort();
    final int pop3 = HubProcess.freePort();
    private final Path folder;
    private final Path mails;
    private Process process;
    private int delivered;

    /** @param folder fresh */
    Dovecot(Path folder) throws IOException {
        RealSystem.install("dovecot-imapd", "dovecot-pop3d");
        this.folder = folder;
        this.mails = folder.resolve("mails");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(mails.resolve(part));
        }
        Files.writeString(folder.resolve("users"), MailboxChannel.ADDRESS + ":{PLAIN}x\n");
        rights("");
        Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                listen = 127.0.0.1
                protocols = imap pop3
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mails
                first_valid_uid = 1
                auth_mechanisms = plain login
                passdb {
                  driver = passwd-file
                  args = scheme=PLAIN %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=nogroup home=%1$s/mails
                }
                namespace inbox {
                  inbox = yes
                }
                service imap-login {
                  inet_listener imap {
                    port = %3$d
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = %4$d
                  }
                }
                protocol imap {
                  mail_plugins = acl
                }
                plugin {
                  acl = vfile:%1$s/rights
                }
                """.formatted(folder, OWNER, imap, pop3));
    }

    Dovecot start() throws IOException {
        own();
        process = new ProcessBuilder(
                        "dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        await("Dovecot, see " + folder)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || (answers(imap) && answers(pop3)));
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("out.log")));
        }
        return this;
    }

    /** {@code kill -9} to all of its processes. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** A line of Dovecot's global ACL file: {@code INBOX anyone lr}; empty: the owner may do everything. */
    void rights(String line) throws IOException {
        Files.writeString(folder.resolve("rights"), line + "\n");
    }

    /** Puts a mail into the mailbox as a mail server does. */
    void deliver(String word) throws IOException {
        Path written = Files.writeString(
                mails.resolve("tmp/" + ++delivered + ".mail"),
                "From: Li <li@example.com>\r\nSubject: Order " + word + " \r\nMessage-ID: <" + word
                        + "@example.com>\r\n\r\nThe fridge " + word + " does not cool.\r\n",
                StandardCharsets.UTF_8);
        own(written);
        Files.move(written, mails.resolve("new").resolve(written.getFileName()));
    }

    /** Forgets by which numbers the mails of the folder were known, as a repair or a move to another server does. */
    void numberAnew() throws IOException {
        try (Stream<Path> files = Files.list(mails)) {
            for (Path file : files.filter(
                            one -> String.valueOf(one.getFileName()).startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Mails in a folder, INBOX by {@code .}, whose file name has this in it; {@code ,S} is a mark of being seen. */
    long count(String folder, String name) throws IOException {
        Path place = mails.resolve(folder).normalize();
        try (Stream<Path> files = Stream.concat(listed(place.resolve("cur")), listed(place.resolve("new")))) {
            return files.filter(file -> file.toString().contains(name)).count();
        }
    }

    private static Stream<Path> listed(Path place) throws IOException {
        return Files.isDirectory(place) ? Files.list(place) : Stream.empty();
    }

    private void own() throws IOException {
        try (Stream<Path> all = Files.walk(mails)) {
            for (Path one : all.toList()) {
                own(one);
            }
        }
    }

    private static void own(Path one) throws IOException {
        Files.setOwner(one, one.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return socket.getInputStream().read() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }
}
