package io.redress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/redress-start}, by a {@code java} that only tells with what it is called. */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void install() throws IOException {
        Path program = Files.createDirectories(folder.resolve("lib/redress"));
        Files.copy(Path.of("docs/redress-start"), program.resolve("start"));
        Files.writeString(program.resolve("redress.jar"), "a jar");
        Files.writeString(Files.createDirectories(program.resolve("lib")).resolve("one.jar"), "a library");
        java("17.0.15");
        work = folder.resolve("data/work");
    }

    @Test
    void the_first_start_writes_an_archive_at_its_end_for_itself_alone() throws Exception {
        List<String> command = start("-Xmx1g");
        assertThat(command.get(0)).matches("-XX:ArchiveClassesAtExit=" + work + "/classes-[0-9]+\\.jsa\\.new");
        assertThat(command)
                .contains("-Xmx1g")
                .endsWith("-jar", folder.resolve("lib/redress/redress.jar").toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work)))
                .isEqualTo("rwx------");
    }

    @Test
    void the_next_start_uses_it() throws Exception {
        Path written = writtenAtTheEnd(start(), "whole");
        String used = "-XX:SharedArchiveFile=" + written.toString().replaceFirst("\\.new$", "");
        assertThat(start()).startsWith(used);
        assertThat(start()).startsWith(used);
    }

    @Test
    void from_java_25_on_it_is_an_ahead_of_time_cache() throws Exception {
        java("25.0.3");
        Path written = writtenAtTheEnd(start("-Xmx1g"), "whole");
        assertThat(written).hasParent(work).asString().endsWith(".aot.new");
        assertThat(start("-Xmx1g"))
                .startsWith("-XX:AOTCache=" + written.toString().replaceFirst("\\.new$", ""), "-Xmx1g");
        Files.delete(Path.of(written.toString().replaceFirst("\\.new$", "")));
        written(written, "whole", 100_000_000); // of a hub that ended before it was ready
        assertThat(start().get(0)).isEqualTo("-XX:AOTCacheOutput=" + written);
    }

    @Test
    void one_that_is_not_whole_is_thrown_away_and_written_again() throws Exception {
        Path written = writtenAtTheEnd(start(), "cut off");
        assertThat(start().get(0)).isEqualTo("-XX:ArchiveClassesAtExit=" + written);
        assertThat(written).doesNotExist();
    }

    @Test
    void one_of_a_hub_that_ended_before_it_was_ready_is_thrown_away() throws Exception {
        Path written = writtenAtTheEnd(start(), "whole");
        Files.writeString(written, "whole#");
        assertThat(start().get(0)).isEqualTo("-XX:ArchiveClassesAtExit=" + written);
    }

    @Test
    void another_java_and_another_hub_have_another_and_the_former_one_goes() throws Exception {
        Path former = writtenAtTheEnd(start(), "whole");
        start();
        java("17.0.16");
        Path written = writtenAtTheEnd(start(), "whole");
        assertThat(written).isNotEqualTo(former);
        try (Stream<Path> archives = Files.list(work)) {
            assertThat(archives).containsExactly(written);
        }
        Files.writeString(folder.resolve("lib/redress/lib/one.jar"), "a Library");
        assertThat(start().get(0))
                .startsWith("-XX:ArchiveClassesAtExit=")
                .isNotEqualTo("-XX:ArchiveClassesAtExit=" + written);
    }

    @Test
    void a_hub_that_can_write_no_archive_starts_without() throws Exception {
        Files.writeString(folder.resolve("data"), "no folder");
        assertThat(start("-Xmx1g"))
                .containsExactly(
                        "-Xmx1g",
                        "-jar",
                        folder.resolve("lib/redress/redress.jar").toString());
    }

    private static Path writtenAtTheEnd(List<String> command, String content) throws IOException {
        Path archive = Path.of(command.get(0).replaceFirst("-XX:(ArchiveClassesAtExit|AOTCacheOutput)=", ""));
        return written(archive, content, archive.toString().contains(".aot") ? 120_000_000 : 30_000_000);
    }

    private static Path written(Path archive, String content, long bytes) throws IOException {
        Files.writeString(archive, content + "#");
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return archive;
    }

    /** What the hub's JVM is called with. */
    private List<String> start(String... options) throws Exception {
        var command = Stream.concat(
                        Stream.of("/bin/sh", folder.resolve("lib/redress/start").toString()), Stream.of(options))
                .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        process.environment().put("REDRESS_DATA_DIR", folder.resolve("data").toString());
        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    /** One of this version, for which an archive is whole if its text says so. */
    private void java(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                case "$*" in
                    -version) echo 'openjdk version "%s" 2026-04-21' >&2 ;;
                    *-Xshare:on*-version | *-XX:AOTMode=on*-version)
                        for argument; do
                            case "$argument" in -XX:SharedArchiveFile=* | -XX:AOTCache=*) archive=${argument#*=} ;; esac
                        done
                        [ "$(head -c 6 "$archive")" = "whole#" ] ;;
                    *) printf '%%s\\n' "$@" ;;
                esac
                """.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
