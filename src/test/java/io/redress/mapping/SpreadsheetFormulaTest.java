package io.redress.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetFormulaTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\n=1", "＝cmd|' /C calc'!A0", "＋1", "－1", "＠SUM(1)"})
    void what_excel_would_calculate_gets_an_apostrophe(String text) {
        assertThat(SpreadsheetFormula.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "The kettle leaks = badly", "'=1", "1-2", "（＝）"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(SpreadsheetFormula.harmless(text)).isEqualTo(text);
    }
}
