package io.redress.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.search.SearchEntry;
import io.redress.search.SearchKind;
import io.redress.search.SearchService.Placed;
import io.redress.search.SearchTimedOut;
import io.redress.search.Snippet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest extends SearchedLedger {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");
    private static final String ZHANG = "R-260701-7K9Q2M";
    private static final String SMITH = "R-260702-0AB1CD";

    @BeforeEach
    void fill() {
        jdbc.sql("truncate ticket, item, event, ticket_search, search_pending, legal_hold cascade")
                .update();
        ticket(
                ZHANG,
                JULY,
                "/customer/name",
                "\"张伟\"",
                "/customer/phones",
                "[\"+8613800138000\", \"+862155551234;ext=12\"]",
                "/customer/handles",
                "[\"wecom:ZhangWei_88\"]",
                "/product/orderNo",
                "\"TB-20260701a\"",
                "/product/serial",
                "\"SN/88 4711-X\"",
                "/complaint/subject",
                "\"严重色差\"",
                "/complaint/text",
                "\"" + "客厅铺好以后才发现，".repeat(40) + "地砖与样品的顏色严重不符, 漏水\"");
        ticket(
                SMITH,
                JULY.plusSeconds(60),
                "/customer/name",
                "\"Chloé O'Neill\"",
                "/customer/emails",
                "[\"chloe@example.com\"]",
                "/customer/phones",
                "[\"+442071838750\"]",
                "/complaint/subject",
                "\"Doors\"",
                "/complaint/text",
                "\"Both doors are scratched; the Café's delivery was late and 100% wrong\"",
                "/product/name",
                "\"Ｗｉ－Ｆｉ door bell\"");
        indexer.run();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R-260701-7K9Q2M",
                "r-260701-7k9q2m",
                "260701-7K9Q2M",
                "R2607017K9Q2M",
                " r 260701 7k9q2m ",
                "R-26O7OI-7K9Q2M",
                "R-26070l-7K9Q2M",
                "Ｒ－２６０７０１－７Ｋ９Ｑ２Ｍ",
                "7k9q2m",
                "R-260701-7K"
            })
    void a_number_is_found_in_any_case_without_its_R_and_with_letters_for_digits(String typed) {
        assertThat(tickets(typed)).containsExactly(ZHANG);
        assertThat(found(typed).get(0).matched()).isEqualTo("number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "+86 138-0013-8000",
                "+8613800138000",
                "013800138000",
                "008613800138000",
                "１３８００１３８０００",
                "(86) 138 0013 8000",
                "021-55551234",
                "+86 21 5555 1234"
            })
    void a_phone_is_found_in_any_spelling_with_its_person(String typed) {
        List<SearchEntry> found = found(typed);
        assertThat(found).extracting(SearchEntry::kind).containsExactly(SearchKind.PERSON, SearchKind.TICKET);
        assertThat(found).extracting(SearchEntry::matched).containsOnly("phone");
        assertThat(found.get(0).name()).isEqualTo("张伟");
        assertThat(found.get(0).tickets()).isEqualTo(1);
        assertThat(found.get(1).number()).isEqualTo(ZHANG);
    }

    @Test
    void a_phone_is_found_by_its_beginning_and_its_end() {
        assertThat(tickets("8000")).containsExactly(ZHANG);
        assertThat(tickets("0138000")).containsExactly(ZHANG);
        assertThat(tickets("138 0013")).containsExactly(ZHANG);
        assertThat(tickets("1380")).containsExactly(ZHANG);
        assertThat(tickets("8001")).isEmpty();
        assertThat(found("8000").get(0).matched()).isEqualTo("phone");
        assertThat(tickets("张伟 8000")).containsExactly(ZHANG);
    }

    @Test
    void a_phone_is_found_before_the_index_has_the_ticket() {
        ticket("R-260703-NEWNEW", JULY, "/customer/phones", "[\"+8613900139000\"]");
        assertThat(tickets("139 0013 9000")).containsExactly("R-260703-NEWNEW");
        assertThat(tickets("R-260703-NEWNEW")).containsExactly("R-260703-NEWNEW");
    }

    @ParameterizedTest
    @CsvSource({
        "Chloe@Example.com, R-260702-0AB1CD, mail",
        "chloe@exam, R-260702-0AB1CD, mail",
        "tb-20260701A, R-260701-7K9Q2M, order",
        "TB20260701a, R-260701-7K9Q2M, order",
        "tb 20260701 a, R-260701-7K9Q2M, order",
        "sn884711x, R-260701-7K9Q2M, serial",
        "SN/88 4711-X, R-260701-7K9Q2M, serial",
        "wecom:zhangwei_88, R-260701-7K9Q2M, handle",
        "ZhangWei_88, R-260701-7K9Q2M, handle"
    })
    void mail_order_serial_and_handle_are_found(String typed, String number, String matched) {
        assertThat(tickets(typed)).containsExactly(number);
        assertThat(found(typed)).extracting(SearchEntry::matched).contains(matched);
    }

    @Test
    void an_item_is_found_by_its_id_and_by_the_name_that_its_channel_has_for_it() {
        UUID id = jdbc.sql("select item_id from ticket where number = ?")
                .param(ZHANG)
                .query(UUID.class)
                .single();
        assertThat(found(id.toString()))
                .extracting(SearchEntry::kind)
                .containsExactly(SearchKind.TICKET, SearchKind.ITEM);
        assertThat(tickets(id.toString())).containsExactly(ZHANG);
        assertThat(found("key-of-" + ZHANG).get(0).item()).isEqualTo(id);
        assertThat(found("key-of-" + ZHANG).get(0).matched()).isEqualTo("source-key");
    }

    @Test
    void the_number_told_to_the_sender_of_a_repeat_leads_to_its_item_and_ticket() {
        jdbc.sql("""
                insert into item (id, number, channel, format, received_at, state, reason, ticket_number, attributes,
                                  original, original_size, updated_at)
                select gen_random_uuid(), 'R-260705-REPEAT', channel, format, received_at, 'duplicate', 'again',
                       number, '{}', '', 0, updated_at from item where number = ?
                """).param(ZHANG).update();
        assertThat(found("r-260705-repeat"))
                .extracting(SearchEntry::kind)
                .containsExactlyInAnyOrder(SearchKind.TICKET, SearchKind.ITEM);
        assertThat(tickets("r-260705-repeat")).containsExactly(ZHANG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"色差", "顏色", "颜色", "嚴重色差", "地砖 样品", "地砖与样品的颜色严重不符", "严重　漏水", "漏 水", "水", "样品颜色"})
    void chinese_words_are_found_inside_a_long_text_in_both_scripts(String typed) {
        String query = typed.length() < 2 ? typed + " 漏水" : typed;
        assertThat(tickets(query)).containsExactly(ZHANG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DOORS",
                "scratched doors",
                "cafe",
                "café deliv",
                "deliv",
                "scratched late",
                "wi-fi bell",
                "O'Neill door"
            })
    void english_words_are_found_in_any_case_without_accents_the_last_by_its_beginning(String typed) {
        assertThat(tickets(typed)).containsExactly(SMITH);
    }

    @Test
    void only_the_last_word_may_be_a_beginning() {
        assertThat(tickets("deliv")).containsExactly(SMITH);
        // no ticket has both, so that those with one of them are shown
        assertThat(tickets("delivxx doors")).containsExactly(SMITH);
        assertThat(tickets("deliv zzz")).isEmpty();
    }

    @Test
    void a_snippet_shows_the_words_and_where_they_stand() {
        SearchEntry entry = found("不符 颜色").get(0);
        Snippet snippet = entry.snippet();
        assertThat(entry.matched()).isEqualTo("text");
        assertThat(snippet.text()).startsWith("…").contains("顏色严重不符").hasSizeLessThan(165);
        assertThat(snippet.marks())
                .extracting(mark -> snippet.text().substring(mark.from(), mark.to()))
                .containsExactly("顏色", "不符");
    }

    @Test
    void a_customer_is_found_by_name_as_a_person() {
        assertThat(found("张伟"))
                .extracting(SearchEntry::kind, SearchEntry::person, SearchEntry::number, SearchEntry::matched)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SearchKind.PERSON, "+8613800138000", null, "name"),
                        org.assertj.core.groups.Tuple.tuple(SearchKind.TICKET, null, ZHANG, "name"));
        assertThat(found("chloe o'nei").get(0).person()).isEqualTo("+442071838750");
    }

    @Test
    void tickets_with_more_of_the_words_come_first_and_the_newest_of_those_alike() {
        ticket("R-260704-00ONE1", JULY.plusSeconds(400), "/complaint/text", "\"gloves are red\"");
        ticket("R-260704-00TWO2", JULY.plusSeconds(300), "/complaint/text", "\"gloves are torn\"");
        ticket("R-260704-00TWO3", JULY.plusSeconds(200), "/complaint/text", "\"torn gloves\"");
        ticket("R-260704-00NAME", JULY.plusSeconds(100), "/customer/name", "\"Gloves Torn\"");
        indexer.run();
        assertThat(tickets("gloves torn")).containsExactly("R-260704-00NAME", "R-260704-00TWO2", "R-260704-00TWO3");
        assertThat(tickets("gloves torn green"))
                .containsExactly("R-260704-00TWO2", "R-260704-00TWO3", "R-260704-00NAME", "R-260704-00ONE1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%",
                "__",
                "100%",
                "a_b",
                "\\\\",
                "'; drop table ticket; --",
                "doors' | 'x",
                "doors:*",
                "!doors",
                "doors & !scratched",
                "\"doors\"",
                "(((",
                "<->",
                "wecom:%",
                "R-%",
                "138%",
                "\u0000\u0000",
                "doors\u0000",
                "*:*",
                "😀😀",
                "'':*",
                "a:b:c"
            })
    void signs_are_no_operators_and_no_wildcards(String typed) {
        assertThatCode(() -> {
                    try {
                        tickets(typed);
                    } catch (IllegalArgumentException e) {
                        assertThat(e.getMessage()).startsWith("must have");
                    }
                })
                .doesNotThrowAnyException();
        assertThat(jdbc.sql("select count(*) from ticket").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void wildcards_find_nothing_but_themselves() {
        assertThat(tickets("wecom:%")).isEmpty();
        assertThat(tickets("13800%")).doesNotContain(SMITH);
        assertThat(tickets("!doors")).containsExactly(SMITH);
        assertThat(tickets("100%")).containsExactly(SMITH);
    }

    @ParameterizedTest
    @CsvSource({"'', at least 2", "' a ', at least 2", "水, at least 2", "%%, a letter or a digit"})
    void what_cannot_be_looked_for_is_refused_in_words(String typed, String why) {
        assertThatThrownBy(() -> search.read(typed)).hasMessageContaining(why);
        assertThatThrownBy(() -> search.read("x".repeat(201))).hasMessageContaining("at most 200");
    }

    @Test
    void pages_neither_repeat_nor_lose_an_entry_while_tickets_come_in() {
        for (int i = 0; i < 25; i++) {
            ticket("R-260706-PAGE%02d".formatted(i), JULY.plusSeconds(i / 3), "/complaint/text", "\"paged lamp\"");
        }
        indexer.run();
        List<Placed> all = pages("paged lamp", 4, () -> {
            clock.set(clock.instant().plusSeconds(1));
            ticket(
                    "R-260710-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(),
                    clock.instant(),
                    "/complaint/text",
                    "\"paged lamp\"");
            indexer.run();
        });
        assertThat(all).hasSize(25);
        assertThat(all).extracting(placed -> placed.entry().number()).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(placed -> placed.entry().receivedAt())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void of_a_word_that_very_many_have_the_newest_are_found_and_those_that_are_long_ago_too() {
        // as the indexer writes them; the first half of the time has one word, the second another, all have the third
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                select 'R-260601-' || lpad(n::text, 6, '0'), gen_random_uuid(), at, t.channel, t.kind, t.category, t.priority,
                       t.status, false, '', at, at, t.document, at, at
                from (select n, now() - interval '10 years' + n * interval '1 minute' as at
                      from generate_series(1, 90000) n) numbered, ticket t where t.number = ?
                """).param(SMITH).update();
        jdbc.sql("""
                insert into ticket_search (ticket_number, received_at, words)
                select number, received_at,
                       array_to_tsvector(array['everywhere', case when number < 'R-260601-045001' then 'longago' else 'lately' end])
                from ticket where number like 'R-260601-%'
                """).update();
        clock.set(Instant.now());
        for (String word : List.of("everywhere", "lately", "everywhere lately")) {
            assertThat(pages(word, 500, () -> {}))
                    .as(word)
                    .hasSize(1_000)
                    .first()
                    .satisfies(placed -> assertThat(placed.entry().number()).isEqualTo("R-260601-090000"));
        }
        List<Placed> longAgo = pages("longago", 500, () -> {});
        assertThat(longAgo).extracting(placed -> placed.entry().number()).doesNotHaveDuplicates();
        assertThat(longAgo).hasSize(1_000).first().satisfies(placed -> assertThat(
                        placed.entry().number())
                .isEqualTo("R-260601-045000"));
        assertThat(tickets("longago lately")).hasSize(50).first().isEqualTo("R-260601-090000");
    }

    @Test
    void a_search_that_takes_longer_than_it_may_is_given_up() {
        var slow = new SqlSearchIndex(jdbc, transaction, new FoundRows(jdbc, json), Duration.ofSeconds(1));
        assertThatThrownBy(() -> slow.together(() -> jdbc.sql("select pg_sleep(20)::text")
                        .query(String.class)
                        .list()))
                .isInstanceOf(SearchTimedOut.class)
                .hasMessageContaining("longer than 1 seconds");
    }
}
