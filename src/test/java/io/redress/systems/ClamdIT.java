package io.redress.systems;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.attachment.ClamdScanner;
import io.redress.attachment.MalwareScanner.Verdict;
import io.redress.attachment.SuspiciousFiles;
import io.redress.blackbox.HubProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we say to clamd, said to a real one, which knows one signature: that of the EICAR's test file. */
@Tag("systems")
class ClamdIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Process clamd;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        RealSystem.install("clamav-daemon");
        port = HubProcess.freePort();
        Path signatures = Files.createDirectories(folder.resolve("signatures"));
        String words = HexFormat.of().formatHex(SuspiciousFiles.EICAR);
        Files.writeString(signatures.resolve("test.ndb"), "Eicar-Test-Signature:0:*:" + words + "\n");
        Path settings = Files.writeString(folder.resolve("clamd.conf"), """
                DatabaseDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                LocalSocket %s
                Foreground yes
                StreamMaxLength 1M
                """.formatted(signatures, port, socket()));
        clamd = new ProcessBuilder("clamd", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> tcp().trouble() == null && local().trouble() == null);
    }

    @AfterAll
    static void end() throws InterruptedException {
        clamd.destroy();
        clamd.waitFor();
    }

    private static Path socket() {
        return folder.resolve("clamd.ctl");
    }

    private static ClamdScanner tcp() {
        return new ClamdScanner("tcp://127.0.0.1:" + port, 25 << 20);
    }

    private static ClamdScanner local() {
        return new ClamdScanner("unix:" + socket(), 25 << 20);
    }

    @Test
    void a_clean_file_is_clean_by_network_and_by_socket() {
        byte[] file = new byte[900_000];
        assertThat(tcp().scan(file, LIMIT)).isEqualTo(new Verdict.Clean());
        assertThat(local().scan(file, LIMIT)).isEqualTo(new Verdict.Clean());
        assertThat(local().scan(new byte[0], LIMIT)).isEqualTo(new Verdict.Clean());
    }

    @Test
    void the_test_file_is_found_bare_and_packed() {
        String name = "Eicar-Test-Signature.UNOFFICIAL";
        assertThat(tcp().scan(SuspiciousFiles.EICAR, LIMIT)).isEqualTo(new Verdict.Infected(name));
        assertThat(local().scan(SuspiciousFiles.EICAR, LIMIT)).isEqualTo(new Verdict.Infected(name));
        byte[] packed = SuspiciousFiles.zip("photos/a.zip", SuspiciousFiles.zip("b.txt", SuspiciousFiles.EICAR));
        assertThat(tcp().scan(packed, LIMIT)).isEqualTo(new Verdict.Infected(name));
        byte[] mail = ("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n"
                        + "Content-Disposition: attachment; filename=a.txt\r\n\r\n"
                        + new String(SuspiciousFiles.EICAR, ISO_8859_1)
                        + "\r\n--x--\r\n")
                .getBytes(ISO_8859_1);
        assertThat(tcp().scan(mail, LIMIT)).isEqualTo(new Verdict.Infected(name));
    }

    @Test
    void what_is_above_its_own_limit_is_too_big_and_it_answers_on() {
        assertThat(tcp().scan(new byte[5 << 20], LIMIT)).isEqualTo(new Verdict.TooBig());
        assertThat(local().scan(new byte[5 << 20], LIMIT)).isEqualTo(new Verdict.TooBig());
        assertThat(tcp().trouble()).isNull();
    }
}
