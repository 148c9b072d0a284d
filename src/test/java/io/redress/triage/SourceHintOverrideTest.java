package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.SourceHints;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHintOverrideTest {

    private static final TriageRules RULES = TriageRules.read(Path.of("config"));

    @Test
    void a_category_of_the_source_counts_and_the_reasons_say_what_the_words_said() {
        Triage triage = judged("快递三天没有物流信息，一直不派送", new SourceHints("billing", null, null, null));
        assertThat(triage.category()).isEqualTo("billing");
        assertThat(triage.secondCategory()).isEqualTo("logistics");
        assertThat(triage.review()).isFalse();
        assertThat(triage.reasons())
                .startsWith("category billing because the source says so", "by its words it would be logistics");
    }

    @ParameterizedTest
    @CsvSource({"shipping", "Logistics", "物流"})
    void an_unknown_category_changes_nothing_and_the_reasons_say_so(String unknown) {
        Triage triage = judged("快递三天没有物流信息，一直不派送", new SourceHints(unknown, null, null, null));
        assertThat(triage.category()).isEqualTo("logistics");
        assertThat(triage.reasons()).anySatisfy(reason -> assertThat(reason).contains(unknown, "the words decided"));
    }

    @ParameterizedTest
    @CsvSource({"urgent, URGENT", "major, MAJOR", "normal, NORMAL", "Urgent, URGENT"})
    void a_priority_of_the_source_raises(String hint, Priority expected) {
        Triage triage = judged("沙发有色差", new SourceHints(null, hint, null, null));
        assertThat(triage.priority()).isEqualTo(expected);
    }

    @Test
    void a_priority_of_the_source_never_lowers_what_the_rules_know_of_danger() {
        Triage triage = judged("电饭煲爆炸，孩子烫伤了，已经送医院", new SourceHints("other", "normal", null, null));
        assertThat(triage.priority()).isEqualTo(Priority.MAJOR);
        assertThat(triage.category()).isEqualTo("other");
        assertThat(triage.reasons()).contains("the source says normal, which lowers nothing");
    }

    @Test
    void an_unknown_priority_and_a_state_that_is_not_closed_are_only_told() {
        Triage triage = judged("沙发有色差", new SourceHints(null, "P1", "处理中", null));
        assertThat(triage.priority()).isEqualTo(Priority.NORMAL);
        assertThat(triage.reasons())
                .anySatisfy(reason -> assertThat(reason).contains("'P1'", "normal, urgent or major"))
                .anySatisfy(reason -> assertThat(reason).contains("'处理中'", "opened as received"));
    }

    @Test
    void a_source_that_says_nothing_leaves_the_judgement_as_it_was() {
        Complaint complaint = complaint("沙发有色差");
        Triage judged = RULES.assess(complaint, Customer.unknown(), Product.unknown());
        assertThat(SourceHintOverride.judge(judged, SourceHints.none(), RULES)).isEqualTo(judged);
    }

    private static Triage judged(String text, SourceHints hints) {
        return SourceHintOverride.judge(
                RULES.assess(complaint(text), Customer.unknown(), Product.unknown()), hints, RULES);
    }

    private static Complaint complaint(String text) {
        return new Complaint(null, text, "zh-Hans", null, null, List.of());
    }
}
