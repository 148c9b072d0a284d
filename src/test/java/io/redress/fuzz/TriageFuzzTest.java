package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.Judged;
import io.redress.triage.TriageRules;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts of complaints: the subject on the first line, the text below. */
class TriageFuzzTest {

    private static final Customer NOBODY = new Customer(null, List.of(), List.of(), List.of(), null);

    private static final TriageRules RULES = Judged.RULES;

    @FuzzTest
    void any_text_has_a_category(byte[] bytes) {
        String written = new String(bytes, StandardCharsets.UTF_8);
        int end = written.indexOf('\n');
        String subject = end < 0 ? null : written.substring(0, end);
        Triage triage = RULES.assess(
                new Complaint(subject, written.substring(end + 1), "und", null, null, List.of()),
                NOBODY,
                Product.unknown());
        assertThat(RULES.has(triage.category())).as(triage.category()).isTrue();
    }
}
