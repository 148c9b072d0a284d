package io.redress.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-Hans | 冰箱不制冷，客服没人理",
                "zh-Hans | iPhone 15 Pro Max 有问题",
                "zh-Hans | 太小",
                "zh-Hant | 冰箱不製冷，客服沒有人理",
                "zh-Hant | 個 mon 碎咗，點算呀",
                "zh-Hant | 後面這裡干擾很大，面板也壞了",
                "en | The fridge does not cool",
                "en | broken!!",
                "en | My 美的 fridge stopped cooling",
                "und | 12345 !!! ???",
                "und | Der Kühlschrank kühlt nicht mehr, bitte um Hilfe",
                "und | La nevera no enfría desde hace tres días y nadie contesta",
                "und | Холодильник не работает",
                "und | 冷蔵庫がこわれました。どうすればいいですか",
            })
    void the_script_and_the_words_tell_the_language(String language, String text) {
        assertThat(LanguageDetector.of(text)).isEqualTo(language);
    }

    @Test
    void an_empty_text_has_no_language() {
        assertThat(LanguageDetector.of("")).isEqualTo("und");
    }

    @Test
    void a_huge_text_is_judged_by_its_start() {
        assertThat(LanguageDetector.of("冰箱壞了".repeat(500_000))).isEqualTo("zh-Hant");
    }
}
