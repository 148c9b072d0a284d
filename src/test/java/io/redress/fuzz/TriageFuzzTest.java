package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.triage.ShippedRules;
import java.nio.charset.StandardCharsets;

/** Texts of complaints. */
class TriageFuzzTest {

    @FuzzTest
    void any_text_has_a_category(byte[] text) {
        String category = ShippedRules.category(new String(text, StandardCharsets.UTF_8));
        assertThat(ShippedRules.RULES.has(category)).as(category).isTrue();
    }
}
