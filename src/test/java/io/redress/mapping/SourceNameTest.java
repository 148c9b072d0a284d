package io.redress.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "COMPLAINT", " Complaint: ", "Ｃｏｍｐｌａｉｎｔ*"})
    void a_name_in_a_mapping_is_compared_in_its_plain_form(String written) {
        assertThat(new SourceName(written).plain()).isEqualTo("complaint");
    }
}
