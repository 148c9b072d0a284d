package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.mapping.PhoneNumbers;
import java.nio.charset.StandardCharsets;

/** Phone numbers as people write them. */
class PhoneFuzzTest {

    private final PhoneNumbers china = new PhoneNumbers("CN");

    @FuzzTest
    void any_text_is_numbers_or_stays_as_written(byte[] text) {
        String written = new String(text, StandardCharsets.UTF_8);
        for (String number : china.read(written)) {
            assertThat(number).isNotEmpty();
            assertThat(china.dialled(number)).isNotNull();
        }
    }
}
