package io.redress.reply.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code config/replies.yaml}. */
class ReplyRulesTest {

    private static final List<OtherWay> USUAL = List.of(OtherWay.TEMPLATE, OtherWay.SMS, OtherWay.MAIL);

    @TempDir
    Path config;

    @Test
    void a_shop_without_the_file_gets_the_usual_ways_as_the_shipped_file_says_them() {
        assertThat(ReplyRules.read(config)).isEqualTo(new ReplyRules(USUAL, Optional.empty(), SmsLimits.none()));
        assertThat(ReplyRules.read(Path.of("config")))
                .isEqualTo(new ReplyRules(USUAL, Optional.empty(), SmsLimits.none()));
    }

    @Test
    void the_ways_stay_in_the_order_in_which_they_are_written() throws IOException {
        assertThat(rules("fallback: [mail, template]\n").fallback()).containsExactly(OtherWay.MAIL, OtherWay.TEMPLATE);
    }

    @Test
    void what_is_left_out_has_its_default_and_an_empty_list_is_no_way_at_all() throws IOException {
        assertThat(rules("sms: aliyun\ntexts: {to: [\"+86\"]}\n"))
                .isEqualTo(new ReplyRules(USUAL, Optional.of("aliyun"), new SmsLimits(List.of("+86"), true, 5, 200)));
        assertThat(rules("fallback: []\n")).isEqualTo(new ReplyRules(List.of(), Optional.empty(), SmsLimits.none()));
    }

    @Test
    void behind_a_way_come_those_that_are_written_after_it() {
        var rules = new ReplyRules(List.of(OtherWay.MAIL, OtherWay.SMS), Optional.of("sms"), SmsLimits.none());
        assertThat(rules.behind(Optional.empty())).containsExactly(OtherWay.MAIL, OtherWay.SMS);
        assertThat(rules.behind(Optional.of(OtherWay.MAIL))).containsExactly(OtherWay.SMS);
        assertThat(rules.behind(Optional.of(OtherWay.SMS))).isEmpty();
    }

    @Test
    void behind_a_way_that_an_edit_took_out_meanwhile_comes_none() {
        var rules = new ReplyRules(List.of(OtherWay.MAIL, OtherWay.SMS), Optional.of("sms"), SmsLimits.none());
        assertThat(rules.behind(Optional.of(OtherWay.TEMPLATE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fallback: [template, smss]  | 1 | smss      | sms
            fallback: [fax]             | 1 | fax       | template, sms, mail
            fallback: mail              | 1 | fallback | list
            fallbak: [mail]            | 1 | fallbak | fallback
            sms: Text Messages           | 1 | sms: Text | routes/channels
            sms: aliyun                 | 1 | text messages may go to no number | to: ["+86"]
            texts: {to: ["86"]}         | 1 | '86'      | "+86"
            texts: {perHour: 0}         | 1 | perHour   | whole number
            """)
    void a_mistake_is_told_with_its_line_and_a_remedy(String text, int line, String problem, String remedy)
            throws IOException {
        Path file = Files.writeString(config.resolve(ReplyRules.FILE), text);

        var error = catchThrowableOfType(InvalidConfiguration.class, () -> ReplyRules.read(config));

        assertThat(error.findings()).singleElement().satisfies((Finding finding) -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.problem()).contains(problem);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    private ReplyRules rules(String text) throws IOException {
        Files.writeString(config.resolve(ReplyRules.FILE), text);
        return ReplyRules.read(config);
    }
}
