package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import io.redress.reply.CustomerMessages;
import io.redress.reply.StaffMails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class TemplateCheckTest {

    @TempDir
    Path folder;

    @Test
    void the_shipped_templates_have_no_findings() throws IOException {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acknowledgement.en.txt.ftl|${number}|${ticketNumber}|'ticketNumber' has evaluated to null or missing",
                "acknowledgement.en.txt.ftl|${number}|${nmae}|'nmae' has evaluated to null or missing",
                "acknowledgement.en.html.ftl|${number}|${nummer?upper_case}|'nummer' has evaluated to null or missing",
                "acknowledgement.zh-Hans.txt.ftl|${number}|${number}${customer.name}|'customer' has evaluated to null or missing",
                "acknowledgement.zh-Hant.txt.ftl|${number}|<#if nunber == '1'>x</#if>|'nunber' has evaluated to null or missing",
                "acknowledgement.en.chat.ftl|${number}|<#list flies as f>x</#list>|'flies' has evaluated to null or missing",
                "escalation.en.html.ftl|${number}|${number + extra}|'extra' has evaluated to null or missing",
                "acknowledgement.zh-Hans.html.ftl|${number}|<#if number>x|#if",
                "escalation.zh-Hant.txt.ftl|${number}|${nubmer}|'nubmer' has evaluated to null or missing",
            })
    void a_template_that_asks_for_what_there_is_not_or_cannot_be_read_is_named(
            String file, String from, String to, String problem) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config/templates"), folder);
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
        assertThat(new TemplateCheck(folder, List.of(CustomerMessages.ACKNOWLEDGEMENT), List.of(StaffMails.ESCALATION))
                        .run())
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.file().getFileName()).hasToString(file);
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.problem()).contains(problem);
                });
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        var check = new TemplateCheck(folder.resolve("none"), List.of(), List.of());
        assertThat(check.run()).singleElement().extracting(Finding::problem).isEqualTo("there is no such folder");
        assertThat(check.files()).isEmpty();
    }

    private List<Finding> findings() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config/templates"), folder);
        return new TemplateCheck(folder, List.of(CustomerMessages.ACKNOWLEDGEMENT), List.of(StaffMails.ESCALATION))
                .run();
    }
}
