package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonValueTest {

    private static final PhoneNumbers CHINA = new PhoneNumbers("CN");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+8613800138000",
                "+86 138 0013 8000",
                "0086 13800138000",
                "(+86)138-0013-8000",
                "138.0013.8000",
                " 13800138000 ",
                "１３８００１３８０００",
                "+86-138-00138000",
                "tel:+8613800138000",
                "13800138000 转 12"
            })
    void a_phone_is_the_same_in_every_spelling(String written) {
        assertThat(PersonValue.read(written, CHINA)).contains(new PersonValue(Kind.PHONE, "+8613800138000"));
    }

    @ParameterizedTest
    @CsvSource({
        "Li.Lei@Example.COM, MAIL, li.lei@example.com",
        "o'hara+tag@example.com, MAIL, o'hara+tag@example.com",
        "wecom:ZhangSan, HANDLE, wecom:ZhangSan",
        "partner-webhook:u-77, HANDLE, partner-webhook:u-77",
        "r-260701-7k9q2m, NUMBER, R-260701-7K9Q2M",
        "R-260701-7K9Q2M, NUMBER, R-260701-7K9Q2M"
    })
    void an_address_a_handle_and_a_number_are_read(String written, Kind kind, String text) {
        assertThat(PersonValue.read(written, CHINA)).contains(new PersonValue(kind, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "%",
                "*",
                "%@%",
                "138%",
                "1380013800_",
                ".*",
                "' or '1'='1",
                "'; drop table ticket; --",
                "[0-9]+",
                "a@b@c",
                "R-260701-7K9Q2M or R-260701-7K9Q2N",
                "Li Lei",
                "1",
                "12",
                "line\nbreak@example.com",
                "\\d{11}"
            })
    void what_is_none_of_them_finds_nobody(String written) {
        assertThat(PersonValue.read(written, CHINA).filter(value -> value.kind() != Kind.MAIL))
                .isEmpty();
    }
}
