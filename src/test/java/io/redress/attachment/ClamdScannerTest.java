package io.redress.attachment;

import static io.redress.attachment.SuspiciousFiles.EICAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.attachment.FakeClamd.Mood;
import io.redress.attachment.MalwareScanner.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdScannerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private FakeClamd clamd;
    private ClamdScanner scanner;

    @BeforeEach
    void start() throws IOException {
        clamd = new FakeClamd();
        scanner = new ClamdScanner(clamd.address(), 10 << 20);
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000, 10 << 20})
    void a_file_of_any_size_arrives_whole_and_is_clean(int size) {
        byte[] file = new byte[size];
        for (int i = 0; i < size; i++) {
            file[i] = (byte) (i * 31);
        }
        assertThat(scanner.scan(file, LONG)).isEqualTo(new Verdict.Clean());
        assertThat(clamd.files()).singleElement().isEqualTo(file);
    }

    @Test
    void what_is_found_is_told_by_its_name() {
        assertThat(scanner.scan(EICAR, LONG)).isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
        assertThat(scanner.trouble()).isNull();
    }

    @Test
    void a_file_that_is_too_big_for_us_or_for_it_is_no_trouble() {
        assertThat(scanner.scan(new byte[(10 << 20) + 1], LONG)).isEqualTo(new Verdict.TooBig());
        assertThat(clamd.files()).isEmpty();
        clamd.become(Mood.SMALL);
        assertThat(scanner.scan(new byte[5 << 20], LONG)).isEqualTo(new Verdict.TooBig());
        assertThat(scanner.scan(new byte[10], LONG)).isEqualTo(new Verdict.Clean());
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "HANGS_UP_AT_ONCE"})
    void one_that_is_not_well_is_away_and_left_alone_until_it_answers_a_ping(Mood mood) {
        clamd.become(mood);
        long start = System.nanoTime();
        assertThat(scanner.scan(EICAR, SHORT)).isInstanceOf(Verdict.Away.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        clamd.become(Mood.WELL);
        assertThat(scanner.scan(EICAR, LONG)).isEqualTo(new Verdict.Away("it did not answer a moment ago"));
        assertThat(scanner.trouble()).isNull();
        assertThat(scanner.scan(EICAR, LONG)).isInstanceOf(Verdict.Infected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can't unpack some data",
                "Can't parse data",
                "CL_EFORMAT: Bad format or broken data",
                "CL_EMAXREC",
                "CL_EMAXSIZE",
                "CL_EMAXFILES",
                "CL_ETIMEOUT: Time limit reached",
                "Broken or not a CVD file",
                "Error during bytecode execution",
                "Encrypted.Zip",
                "Null argument passed to function",
                "Unknown error code"
            })
    void a_file_that_it_cannot_look_into_is_told_with_its_reason_and_the_next_is_scanned_at_once(String reason) {
        clamd.fail(reason);
        assertThat(scanner.scan(new byte[10], LONG)).isEqualTo(new Verdict.Unscannable(reason));
        clamd.become(Mood.WELL);
        assertThat(scanner.scan(EICAR, LONG)).isInstanceOf(Verdict.Infected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can't open file or directory",
                "Can't create new file",
                "Can't get file status",
                "Can't write to file",
                "Can't create temporary file",
                "Can't create temporary directory",
                "Can't map file into memory",
                "Can't allocate memory",
                "Can't duplicate file descriptor",
                "Malformed database",
                "Mutex lock failed",
                "Bad state (engine not initialized, or already initialized)"
            })
    void a_file_for_which_it_has_no_room_waits_and_the_next_is_scanned_at_once(String reason) {
        clamd.fail(reason);
        assertThat(scanner.scan(new byte[10], LONG)).isInstanceOf(Verdict.Away.class);
        clamd.become(Mood.WELL);
        assertThat(scanner.scan(EICAR, LONG)).isInstanceOf(Verdict.Infected.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS_UP", "HANGS_WITH_FILES", "TALKS_WITHOUT_END", "TALKS_NONSENSE"})
    void a_file_that_breaks_it_waits_and_the_next_is_scanned_at_once(Mood mood) {
        clamd.become(mood);
        assertThat(scanner.scan(new byte[10], SHORT)).isInstanceOf(Verdict.Away.class);
        clamd.become(Mood.WELL);
        assertThat(scanner.scan(EICAR, LONG)).isInstanceOf(Verdict.Infected.class);
    }

    @Test
    void one_that_is_not_there_is_away() throws IOException {
        try (var silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // kept, and nobody listens
            var away = new ClamdScanner("tcp://127.0.0.1:" + silent.getLocalPort(), 100);
            assertThat(away.scan(EICAR, LONG)).isInstanceOf(Verdict.Away.class);
            assertThat(away.trouble()).isNotNull();
        }
        var socket = new ClamdScanner("unix:" + folder.resolve("none.ctl"), 100);
        assertThat(socket.scan(EICAR, LONG)).isInstanceOf(Verdict.Away.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:3310",
                "tcp://localhost",
                "http://localhost:3310",
                "unix:relative",
                "tcp://:3310",
                "3310"
            })
    void what_is_no_address_is_refused_with_how_to_write_one(String address) {
        assertThatThrownBy(() -> new ClamdScanner(address, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tcp://host:port or unix:/path");
    }
}
