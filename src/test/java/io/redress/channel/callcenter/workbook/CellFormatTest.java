package io.redress.channel.callcenter.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {

    private static final double MOMENT = 46204.58690972222;
    private static final double ORDER = 202607010001.0;
    private static final int CUSTOM = 170;

    private final CellText text = new CellText(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m/d/yy h:mm",
                "[$-804]aaaa;@",
                "[$-F800]dddd, mmmm dd, yyyy",
                "yyyy\"年\"m\"月\"d\"日\" aaa",
                "[$-804]yyyy\"年\"m\"月\"d\"日\" 上午/下午h\"时\"mm\"分\"",
                "[$-404]e/m/d",
                "[$-411]ggge\"年\"m\"月\"d\"日\"",
                "dd-mmm-yy",
                "mm:ss.000",
                "yyyy\\-mm\\-dd\\ hh:mm:ss",
                "[Red]yyyy/mm/dd;@",
                "h:mm AM/PM",
                "[h]:mm:ss"
            })
    void a_date_is_one_whatever_its_format_calls_the_parts(String format) {
        assertThat(text.formatRawCellContents(MOMENT, CUSTOM, format)).isEqualTo("2026-07-01 14:05:09");
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 31, 36, 50, 57, 58})
    void the_dates_that_excel_knows_by_number_need_no_pattern(int index) {
        assertThat(text.formatRawCellContents(46204, index, "reserved-0x1b")).isEqualTo("2026-07-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "@",
                "0",
                "#,##0",
                "#,##0.00",
                "0.00",
                "#",
                "0_ ",
                "0_);[Red]\\(0\\)",
                "#,##0_);(#,##0)",
                "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
                "[$¥-804]#,##0.00",
                "0.00E+00",
                "##0.0E+0"
            })
    void a_whole_number_has_all_its_digits_and_nothing_else(String format) {
        assertThat(text.formatRawCellContents(ORDER, CUSTOM, format)).isEqualTo("202607010001");
    }

    @Test
    void zeros_and_words_that_a_format_adds_mean_something() {
        assertThat(text.formatRawCellContents(42, CUSTOM, "00000")).isEqualTo("00042");
        assertThat(text.formatRawCellContents(13800138000.0, CUSTOM, "000-0000-0000"))
                .isEqualTo("138-0013-8000");
        assertThat(text.formatRawCellContents(7, CUSTOM, "\"A-\"0")).isEqualTo("A-7");
        assertThat(text.formatRawCellContents(0.5, CUSTOM, "0%")).isEqualTo("50%");
        assertThat(text.formatRawCellContents(1, CUSTOM, "0%")).isEqualTo("100%");
    }

    @Test
    void what_excel_has_rounded_is_no_number_any_more() {
        assertThat(text.formatRawCellContents(2.02601010011234567E17, CUSTOM, "0"))
                .isEqualTo("2E+17");
    }
}
