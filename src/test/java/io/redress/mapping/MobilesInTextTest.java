package io.redress.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MobilesInTextTest {

    private final PhoneNumbers phones = new PhoneNumbers("CN");

    @Test
    void a_mobile_number_is_found_however_it_is_written() {
        for (String text : new String[] {
            "请打我电话13800138000，谢谢", "my number is +86 138-0013-8000.", "电话：138 0013 8000", "(13800138000)"
        }) {
            assertThat(phones.mobilesIn(text)).as(text).containsExactly("+8613800138000");
        }
    }

    @Test
    void hotlines_shops_and_order_numbers_are_nobody_to_call() {
        assertThat(phones.mobilesIn("I called 400-820-8820 and 010-62780000 about order 20261122000138001380, size 42"))
                .isEmpty();
    }

    @Test
    void each_number_counts_once_and_three_are_enough() {
        assertThat(phones.mobilesIn("13800138000 13800138000")).hasSize(1);
        assertThat(phones.mobilesIn("13800138001, 13800138002, 13800138003, 13800138004"))
                .hasSize(3);
    }
}
