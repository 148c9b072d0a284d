package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.triage.Judged;
import java.nio.charset.StandardCharsets;

/** Texts of complaints. */
class TriageFuzzTest {

    @FuzzTest
    void any_text_has_a_category(byte[] text) {
        String category = Judged.category(new String(text, StandardCharsets.UTF_8));
        assertThat(Judged.RULES.has(category)).as(category).isTrue();
    }
}
