package io.redress.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers china = new PhoneNumbers("CN");

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
            <sip:+8613812345678@10.0.0.1:5060;user=phone>     # +8613812345678
            sip:13812345678@pbx                               # +8613812345678
            sips:13812345678@pbx.example;transport=tls        # +8613812345678
            SIP:%2B8613812345678@pbx                          # +8613812345678
            sip:13812345678:secret@pbx                        # +8613812345678
            sip:13812345678@[2001:db8::1]:5060                # +8613812345678
            sip:02154321098;ext=801@pbx                       # +862154321098;ext=801
            tel:+86-138-1234-5678                             # +8613812345678
            "13900000000" <tel:+86-138-1234-5678>             # +8613812345678
            tel:54321098;phone-context=+8621                  # +862154321098
            "Li" <sip:1001@pbx>                               # 1001
            "Li, Lei; 2" <sip:1001@pbx>;tag=as5f3             # 1001
            李雷 <sip:13812345678@pbx>                          # +8613812345678
            sip:*97@pbx                                       # *97
            """)
    void the_address_of_a_telephone_system_is_one_number_that_of_its_user(String written, String number) {
        assertThat(china.read(written)).containsExactly(number);
    }

    @Test
    void several_addresses_are_several_numbers() {
        assertThat(china.read("<sip:1001@pbx;user=phone>, \"Li\" <sip:13812345678@pbx>/tel:010-62345678"))
                .containsExactly("1001", "+8613812345678", "+861062345678");
    }

    @ParameterizedTest
    @CsvSource({
        "021-54321098-801, +862154321098;ext=801",
        "021-54321098—801, +862154321098;ext=801",
        "+86 21 5432 1098 - 801, +862154321098;ext=801",
        "010-62345678(801), +861062345678;ext=801",
        "010-62345678（ 801 ）, +861062345678;ext=801",
        "010-62345678转801, +861062345678;ext=801",
        "17012345678-1234, +8617012345678;ext=1234",
        "400-810-8888-801, +864008108888;ext=801"
    })
    void an_extension_behind_a_hyphen_or_in_brackets_is_kept_as_one(String written, String number) {
        assertThat(china.read(written)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678（李先生）",
                "13812345678(李先生)",
                "13812345678 欧阳女士",
                "13812345678本人",
                "李先生13812345678",
                "李先生：13812345678"
            })
    void the_name_of_the_person_beside_a_number_is_left_out(String written) {
        assertThat(china.read(written)).containsExactly("+8613812345678");
    }

    @Test
    void each_of_several_numbers_can_have_an_extension_or_a_name() {
        assertThat(china.read("021-54321098-801（李先生）/13812345678（王女士）"))
                .containsExactly("+862154321098;ext=801", "+8613812345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678（空号）",
                "13812345678（不要打）",
                "010-62345678-9",
                "13812345678(2)",
                "138-1234-56789",
                "8001-12",
                "2026-03-01",
                "sip:10.0.0.1",
                "13812345678 <sip:1001@pbx>",
                "gossip:1@x"
            })
    void what_may_mean_something_else_stays_as_written(String written) {
        assertThat(china.read(written)).containsExactly(written);
    }

    @Test
    void digits_behind_a_hyphen_are_an_extension_in_china_alone() {
        assertThat(new PhoneNumbers("US").read("212-555-0123-801")).containsExactly("212-555-0123-801");
        assertThat(new PhoneNumbers("DE").read("030-12345-67")).containsExactly("+49301234567");
    }
}
