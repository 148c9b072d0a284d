package io.redress.triage;

import static io.redress.triage.ShippedRules.triage;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ticket.Customer;
import io.redress.ticket.Priority;
import io.redress.ticket.Triage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usage      | 怎么在手机上安装软件？",
                "usage      | How do I install the app?",
                "quality    | 客服态度挺好，但是冰箱不制冷",
                "quality    | No damage at all, but the speaker does not work.",
                "quality    | 没有破损，就是开机黑屏",
                "mismatch   | 不是质量问题，是颜色发错了，我要的是白色",
                "logistics  | 我不要退款，我要我的货，什么时候发货",
                "billing    | 东西很好，就是发票一直没开",
                "service    | 冰箱没问题，是你们客服骂人",
                "return     | Nothing is wrong with it, I simply changed my mind and want to send it back.",
                "other      | 没有任何问题，服务非常好，谢谢",
            })
    void a_word_that_is_denied_praised_or_meant_otherwise_does_not_decide(String category, String text) {
        assertThat(triage(text).category()).as(text).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mismatch | 收到的窗帘有色差，要求退货退款",
                "damage   | 玻璃碎了，我要换一个",
                "quality  | The oven stopped working after a week, I want my money back.",
                "return   | 我要退款",
                "return   | I want a refund.",
            })
    void a_wish_decides_only_where_no_cause_is_named(String category, String text) {
        assertThat(triage(text).category()).as(text).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "品質問題，用沒幾天就壞掉了, quality",
        "螢幕送到就有裂痕，外箱也破了, damage",
        "貨運一直沒送來，查不到貨態, logistics",
        "保固期內送修，維修站卻要收錢, repair",
        "統編打錯，發票要重開, billing",
        "個客服好冇禮貌，收我線, service"
    })
    void traditional_characters_and_regional_words_are_read_like_the_common_ones(String text, String category) {
        assertThat(triage(text).category()).as(text).isEqualTo(category);
    }

    @Test
    void the_reason_names_the_customers_own_words() {
        Triage triage = triage("個螢幕色差好大");

        assertThat(triage.category()).isEqualTo("mismatch");
        assertThat(triage.reasons().get(0)).contains("色差").startsWith("category mismatch because of the words");
    }

    @Test
    void the_subject_counts_too() {
        assertThat(triage("發票抬頭開錯", "請看附件", null, Customer.unknown()).category())
                .isEqualTo("billing");
    }

    @Test
    void a_wish_from_the_form_tips_the_balance_and_is_named() {
        Triage triage = triage(null, "麻烦处理一下", "refund", Customer.unknown());

        assertThat(triage.category()).isEqualTo("return");
        assertThat(triage.reasons().get(0)).contains("the customer asks for refund");
    }

    @ParameterizedTest
    @CsvSource({"''", "'?!?!'", "'12345'", "'qwertz uiop'", "'🙂🙂🙂'"})
    void a_text_without_words_to_go_by_is_other_and_goes_to_review(String text) {
        Triage triage = triage(text);

        assertThat(triage.category()).isEqualTo("other");
        assertThat(triage.review()).isTrue();
    }

    @Test
    void two_problems_of_like_weight_go_to_review_or_name_the_second() {
        Triage triage = triage("箱子破损，里面的碗碎了，而且发票也没开，抬头还写错了");

        assertThat(List.of("damage", "billing")).contains(triage.category()).contains(triage.secondCategory());
    }

    @Test
    void the_choice_has_a_score_between_0_and_1_and_the_runner_up_no_more() {
        Triage triage = triage("冰箱不制冷");

        assertThat(triage.score()).isBetween(0.5, 1.0);
        assertThat(triage.secondScore()).isBetween(0.0, triage.score());
        assertThat(triage.review()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"负面, 垃圾产品，气死我了，坏了, negative", "正面, 谢谢你们，非常满意, positive", "中性, 请问滤网多久洗一次, neutral"})
    void the_tone_is_judged(String tone, String text, String sentiment) {
        assertThat(triage(text).sentiment()).as(tone).isEqualTo(sentiment);
    }

    @Test
    void a_megabyte_of_text_takes_no_longer_than_its_start() {
        String huge = "冰箱不制冷，没有破损，收到的时候".repeat(70_000);

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> triage(huge, huge, null, Customer.unknown()));
    }

    @Test
    void threads_share_the_rules() {
        List<Triage> alone = IntStream.range(0, 50)
                .mapToObj(i -> triage("第" + i + "单，冰箱不制冷，客服没人理"))
                .toList();
        List<Triage> together = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> triage("第" + i + "单，冰箱不制冷，客服没人理"))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void a_vip_is_urgent() {
        var vip = new Customer(null, List.of(), List.of(), List.of(), "VIP");

        Triage triage = triage(null, "发票没开", null, vip);

        assertThat(triage.priority()).isEqualTo(Priority.URGENT);
        assertThat(triage.reasons()).contains("urgent because the customer is VIP");
    }
}
