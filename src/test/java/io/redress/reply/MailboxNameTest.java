package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxNameTest {

    @ParameterizedTest
    @CsvSource({
        "one@example.com, one@example.com, example.com",
        "one+1@example.com, one@example.com, example.com",
        "one+12+13@example.com, one@example.com, example.com",
        "One+I@Example.COM, one@example.com, example.com",
        "o.n.e@gmail.com, one@gmail.com, gmail.com",
        "o.n.e+x@googlemail.com, one@gmail.com, gmail.com",
        "O..NE@GMAIL.com, one@gmail.com, gmail.com",
        "o.n.e@example.com, o.n.e@example.com, example.com",
        "one@example.com., one@example.com, example.com",
        "one@mail.example.com, one@mail.example.com, example.com",
        "one@a.b.example.com.cn, one@a.b.example.com.cn, example.com.cn",
        "one@bücher.example, one@xn--bcher-kva.example, xn--bcher-kva.example",
        "one@xn--bcher-kva.example, one@xn--bcher-kva.example, xn--bcher-kva.example",
        "one@BÜCHER.example, one@xn--bcher-kva.example, xn--bcher-kva.example",
        "one@ｅｘａｍｐｌｅ.com, one@example.com, example.com",
        "one@exam\u00ADple.com, one@example.com, example.com",
        "one@例子。cn, one@xn--fsqu00a.cn, xn--fsqu00a.cn",
        "+one@example.com, +one@example.com, example.com",
        "one@localhost, one@localhost, localhost",
        "one, @one, one"
    })
    void however_an_address_is_written_it_is_one_mailbox_of_one_domain(String address, String mailbox, String domain) {
        assertThat(MailboxName.of(address)).isEqualTo(new MailboxName(mailbox, domain));
    }

    @ParameterizedTest
    @CsvSource({
        "one@paypal.com, one@p\u0430ypal.com",
        "one@gmail.com, one@gmaiI.com",
        "one@example.com, 0ne@example.com",
        "one@gmail.com, one@gmail.com.evil.example",
        "one@example.com, on\u0435@example.com",
        "one@example.com, one@example.org"
    })
    void what_only_looks_alike_is_another(String address, String other) {
        assertThat(MailboxName.of(other)).isNotEqualTo(MailboxName.of(address));
    }
}
