package io.redress.configuration.check;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A hub that cannot start for its configuration says so in a line for each finding, without a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidConfigurationReporter implements SpringBootExceptionReporter {

    /** Spring makes it with the context that failed. */
    @SuppressWarnings("unused")
    InvalidConfigurationReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidConfiguration invalid) {
                print(invalid.findings(), new PrintStream(System.err, true, StandardCharsets.UTF_8));
                return true;
            }
        }
        return false;
    }

    static void print(List<Finding> findings, PrintStream out) {
        findings.forEach(out::println);
    }
}
