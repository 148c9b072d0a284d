package io.redress.mapping.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "complaint", "order_no", "order-no", "customer.phone", "line2", "投诉内容", "описание"})
    void a_plain_name_is_unchanged(String name) {
        assertThat(PlainName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Complaint, complaint",
        "ORDER_NO, order_no",
        "'order no', orderno",
        "'name*', name",
        "'name:', name",
        "'姓名：', 姓名",
        "'\uFEFFname', name",
        "'na\u00ADme', name",
        "'na\u200Bme', name",
        "Ｃｏｍｐｌａｉｎｔ, complaint",
        "'a*b', a*b",
        "'a:b', a:b"
    })
    void case_blanks_full_width_and_a_closing_mark_do_not_count(String name, String plain) {
        assertThat(PlainName.of(name)).isEqualTo(plain);
    }
}
