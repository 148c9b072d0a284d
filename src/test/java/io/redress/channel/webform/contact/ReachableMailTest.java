package io.redress.channel.webform.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableMailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "li.lei@gmail.com",
                " li@QQ.com ",
                "o'brien+shop@sub.domain.co.uk",
                "10086@189.cn",
                "a_b-c@xn--fiq228c5hs.cn",
                "李雷@公司.中国",
                "x@a-b.museum"
            })
    void people_have_such_addresses(String written) {
        ReachableMail address = ReachableMail.of(written);

        assertThat(address).isNotNull();
        assertThat(address.isReserved()).isFalse();
        assertThat(address.meant()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "li",
                "@gmail.com",
                "li@",
                "li@gmail",
                "li@@gmail.com",
                ".li@gmail.com",
                "li.@gmail.com",
                "l..i@gmail.com",
                "li lei@gmail.com",
                "li@gmail..com",
                "li@.com",
                "li@gmail.com.",
                "li@-gmail.com",
                "li@gmail-.com",
                "li@gm_ail.com",
                "li@gmail.c",
                "li@gmail.123",
                "li@127.0.0.1",
                "li@[127.0.0.1]",
                "\"li\"@gmail.com",
                "li@gmail.com\r\nBcc: all@gmail.com",
                "li@gmail.com,other@gmail.com"
            })
    void nobody_has_such_addresses(String written) {
        assertThat(ReachableMail.of(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "li@example.com",
                "li@mail.example.org",
                "li@shop.test",
                "li@x.invalid",
                "li@nas.local",
                "li@a.localhost"
            })
    void mail_gets_to_no_domain_that_is_set_aside(String written) {
        assertThat(Objects.requireNonNull(ReachableMail.of(written)).isReserved())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "li@gmial.com,gmail.com",
        "li@Gmail.con,gmail.com",
        "li@shop.cmo,shop.com",
        "li@hotmial.com,hotmail.com",
        "li@qq.cm,qq.com",
        "li@gmail.com,",
        "li@mail.cm,"
    })
    void a_slip_of_the_finger_is_told_with_what_was_meant(String written, String meant) {
        assertThat(Objects.requireNonNull(ReachableMail.of(written)).meant()).isEqualTo(meant);
    }
}
