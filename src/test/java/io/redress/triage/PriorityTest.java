package io.redress.triage;

import static io.redress.triage.ShippedRules.triage;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ticket.Priority;
import io.redress.ticket.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "somebody was hurt    | 玻璃炸裂，我的手被割伤了",
                "somebody was hurt    | The chair collapsed and my father was injured",
                "fire                 | 充电器冒烟起火了",
                "electric shock       | 熱水器漏電，我被電到",
                "gas leak             | 燃气灶漏气",
                "food safety          | The milk was mouldy",
                "child                | 玩具小零件掉了，宝宝误吞",
                "media                | 我已经联系了记者",
                "regulator            | 我昨天已经向12315投诉",
                "lawyers              | My solicitor wrote to you last week",
                "many customers       | 我们小区几十户业主都遇到同样的问题",
            })
    void danger_and_outside_attention_are_major(String why, String text) {
        Triage triage = triage(text);

        assertThat(triage.priority()).as(text).isEqualTo(Priority.MAJOR);
        assertThat(triage.reasons()).as(text).anyMatch(reason -> reason.startsWith("major") && reason.contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "household stands still | 家里三天没热水了",
                "household stands still | Our fridge stopped cooling this morning",
                "not the first          | 这是我第三次投诉了",
                "not the first          | This is the second time I am writing about this",
                "promise                | 经理答应周一回电，到今天没有消息",
                "promise                | You promised to call back and nobody ever did",
            })
    void a_stopped_household_a_repeat_and_a_broken_promise_are_urgent(String why, String text) {
        Triage triage = triage(text);

        assertThat(triage.priority()).as(text).isEqualTo(Priority.URGENT);
        assertThat(triage.reasons()).as(text).anyMatch(reason -> reason.contains(why));
    }

    @ParameterizedTest
    @CsvSource({
        "再不退款我就打12315",
        "如果明天还不修好我就找律师起诉你们",
        "If you do not refund me I will go to trading standards",
        "Otherwise I will contact the newspaper"
    })
    void a_threat_is_no_fact_and_the_ticket_says_so(String text) {
        Triage triage = triage(text);

        assertThat(triage.priority()).as(text).isEqualTo(Priority.URGENT);
        assertThat(triage.reasons()).as(text).anyMatch(reason -> reason.contains("threatens, no fact yet"));
    }

    @Test
    void what_is_only_feared_is_no_fact_either() {
        Triage triage = triage("插头有点热，担心会起火");

        assertThat(triage.priority()).isEqualTo(Priority.URGENT);
        assertThat(triage.reasons()).anyMatch(reason -> reason.contains("fears, no fact yet"));
    }

    @ParameterizedTest
    @CsvSource({
        "没有人受伤，就是盘子碎了",
        "Nobody was hurt, the plate is just broken",
        "给孩子买的书桌颜色不对",
        "儿童节买的玩具还没发货",
        "The children's book arrived late"
    })
    void what_is_denied_and_the_mere_word_child_raise_nothing(String text) {
        assertThat(triage(text).priority()).as(text).isEqualTo(Priority.NORMAL);
    }
}
