package io.redress.reply.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTextFilterTest {

    private final CustomerTextFilter words =
            new CustomerTextFilter(List.of("shop.example", "*.help.example", "localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.test/x",
                "https://shop.example/查看https://evil.com",
                "https://shop.example/，https://evil.com/a",
                "https://shop.example/go//evil.com",
                "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.evil.com/login",
                "HTTPS://EVIL.COM",
                "hxxp://evil.com",
                "http:\\\\evil.com",
                "https:/evil.com",
                "www.evil.test",
                "evil.com",
                "evil.com:8080/pay?x=1",
                "sub.evil.co.uk/a",
                "evil[.]com",
                "evil (dot) com",
                "evil。com",
                "ｅｖｉｌ．ｃｏｍ",
                "𝐞𝐯𝐢𝐥.com",
                "evil\u200B.com",
                "ev\u00ADil.com",
                "商城.中国",
                "xn--fiq228c.xn--fiqs8s",
                "mailto:boss@evil.com",
                "boss@evil.com",
                "javascript:alert`1`",
                "weixin://dl/business/?t=abc",
                "ftp://shop.example/x",
                "https://shop.example@evil.com/",
                "https://shop.example.evil.com/",
                "https://shop.example\\@evil.com",
                "https://user:pw@shop.example/",
                "https://shоp.example/", // a Cyrillic о
                "https://help.example.evil.com",
                "1.2.3.4/login",
                "http://1.2.3.4",
                "tel:+8613800138000"
            })
    void a_link_to_another_host_is_removed(String link) {
        assertThat(words.plain("See " + link + " now")).isEqualTo("See " + CustomerTextFilter.REMOVED + " now");
        assertThat(words.plain("请访问" + link + "。谢谢"))
                .contains(CustomerTextFilter.REMOVED)
                .doesNotContain("evil", "dl/business");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://shop.example/returns?order=5&x=%20#top now",
                "https://shop.example:8443/a",
                "http://localhost:8080/tickets/R-260701-7K9Q2M?token=a.b-c_d",
                "Ask at https://eu.help.example/faq.",
                "Write to service@shop.example",
                "门已更换。请查收，谢谢。",
                "The door was replaced.Thank you. It cost 12.50, e.g. by card; version 2.1.3 of the file.pdf",
                "Order R-260701-7K9Q2M: 3 < 5 and 5 > 3",
                "Zeile eins\nZeile zwei\tmit Tab",
                "时间：10:30，电话 400-123-4567"
            })
    void ordinary_words_and_links_to_known_hosts_stay(String text) {
        assertThat(words.plain(text)).isEqualTo(text);
    }

    @Test
    void what_hides_or_turns_other_characters_and_tags_are_gone() {
        assertThat(words.plain("a\u202Eb\u2066c\u0000d\u001B[31me\u200Ff\r\ng\u2028h"))
                .isEqualTo("abcd[31mef\ng\nh");
        assertThat(words.plain("<a href='https://evil.com'>here</a> <script>"))
                .doesNotContain("<a", "</a", "<s", "evil")
                .contains("here");
    }

    @Test
    void the_length_is_bounded() {
        assertThat(words.plain("字".repeat(100_000))).hasSize(2_001).endsWith("…");
    }

    @Test
    void a_long_hostile_text_is_read_in_no_time() {
        long start = System.nanoTime();
        for (String part : List.of("a.", "a-", "a@", "http:", "(dot)", "%", "a。", "\u3002")) {
            words.plain(part.repeat(50_000));
        }
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }

    @Test
    void only_the_hubs_own_host_may_be_linked_to_when_none_is_named() {
        var hub = CustomerTextFilter.ofHub("https://complaints.example.com:8443/x");
        assertThat(hub.plain("https://complaints.example.com/tickets")).doesNotContain("removed");
        assertThat(hub.plain("https://example.com/tickets")).contains("removed");
    }

    @Test
    void a_remedy_and_a_note_are_both_meant() {
        var update = new TicketUpdate(
                "1",
                "R-1",
                UpdateKind.SOLVED,
                null,
                null,
                "see evil.com",
                "see evil.com",
                null,
                null,
                null,
                null,
                null,
                null);
        TicketUpdate told = words.forCustomer(update);
        assertThat(told.remedy()).isEqualTo("see " + CustomerTextFilter.REMOVED);
        assertThat(told.note()).isEqualTo("see " + CustomerTextFilter.REMOVED);
    }
}
