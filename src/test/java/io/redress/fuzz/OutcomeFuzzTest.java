package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.ParsedCallOutcome;
import java.nio.charset.StandardCharsets;

/** Reports of calls as JSON. */
class OutcomeFuzzTest {

    private final ObjectMapper json = new ObjectMapper();

    @FuzzTest
    void any_text_is_a_report_or_refused(byte[] text) {
        if (ParsedCallOutcome.of(new String(text, StandardCharsets.UTF_8), json)
                instanceof ParsedCallOutcome.Read read) {
            OutcomeInvariants.check(read.outcome());
        }
    }
}
