package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails as many programs write them, by somebody who had not seen how they are read; {@code expected.tsv} has what must come out. */
class WildMailsTest {

    private static final Path FOLDER = Path.of("src/test/resources/channel/email-wild");

    /**
     * A line of the file; {@code -} stands for anything.
     *
     * @param outcome a state, or {@code complaint}
     * @param says a part of subject and text
     */
    record Expected(String file, String outcome, String address, String says, String saysNot) {}

    static Stream<Expected> mails() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3], cells[4]));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_gives_what_its_writer_meant(Expected expected) throws IOException {
        NormalizationResult read = MailFixtures.read(Files.readAllBytes(FOLDER.resolve(expected.file())));
        if (read instanceof Refusal refusal) {
            assertThat(refusal.state().key()).as(refusal.reason()).isEqualTo(expected.outcome());
            return;
        }
        CanonicalComplaint complaint = (CanonicalComplaint) read;
        assertThat(expected.outcome()).isEqualTo("complaint");
        String said = Objects.toString(complaint.complaint().subject(), "") + "\n"
                + complaint.complaint().text();
        if (!expected.address().equals("-")) {
            assertThat(complaint.customer().emails())
                    .contains(expected.address().toLowerCase(java.util.Locale.ROOT));
        }
        if (!expected.says().equals("-")) {
            assertThat(said).contains(expected.says());
        }
        if (!expected.saysNot().equals("-")) {
            assertThat(said).doesNotContain(expected.saysNot());
        }
    }
}
