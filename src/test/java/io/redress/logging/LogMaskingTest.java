package io.redress.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class LogMaskingTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void numbers_in_messages_and_stack_traces_are_masked(CapturedOutput output) {
        logged();
        assertThat(output.getOut())
                .contains("a call of 138****8000 failed")
                .contains("no customer ************1111")
                .contains("Caused by: java.lang.IllegalArgumentException: **************0013")
                .contains("at io.redress.logging.LogMaskingTest")
                .contains("item 0197c0de-0000-7000-8000-000000000001 of R-260701-7K9Q2M")
                .doesNotContain("13800138000", "4111111111111111", "440524198001010013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void so_are_those_in_lines_of_json(String format, CapturedOutput output) {
        logged("--logging.structured.format.console=" + format);
        assertThat(output.getOut())
                .contains("{\"", "138****8000", "************1111", "**************0013")
                .doesNotContain("13800138000", "4111111111111111", "440524198001010013");
    }

    private static void logged(String... arguments) {
        LoggingSystem.get(LogMaskingTest.class.getClassLoader()).cleanUp(); // an earlier test's logging would stay
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run(arguments)) {
            var cause = new IllegalArgumentException("440524198001010013");
            LoggerFactory.getLogger("any.library")
                    .warn(
                            "a call of {} failed, item 0197c0de-0000-7000-8000-000000000001 of R-260701-7K9Q2M",
                            "13800138000",
                            new IllegalStateException("no customer 4111111111111111", cause));
        }
    }
}
