package io.redress.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChineseScriptTest {

    @Test
    void what_is_simplified_is_what_ICU_says() {
        var rules = Transliterator.getInstance("Traditional-Simplified");
        assertThat(characters())
                .allSatisfy(c -> assertThat(ChineseScript.simplified(c)).isEqualTo(changed(c, rules)));
    }

    @Test
    void what_is_written_otherwise_in_Traditional_Chinese_is_what_ICU_says() {
        var simplified = Transliterator.getInstance("Traditional-Simplified");
        var traditional = Transliterator.getInstance("Simplified-Traditional");
        assertThat(characters()).allSatisfy(c -> {
            boolean isTraditional = changed(c, simplified) != c;
            assertThat(ChineseScript.isTraditional(c)).isEqualTo(isTraditional);
            assertThat(ChineseScript.isSimplified(c)).isEqualTo(!isTraditional && changed(c, traditional) != c);
        });
    }

    @Test
    void other_characters_stay_as_they_are() {
        assertThat(ChineseScript.simplified("Ärger, 電視機 broken 1號 한국")).isEqualTo("Ärger, 电视机 broken 1号 한국");
    }

    private static Iterable<Character> characters() {
        return IntStream.rangeClosed(0x3400, 0x9FFF).mapToObj(c -> (char) c).toList();
    }

    private static char changed(char c, Transliterator rules) {
        String changed = rules.transliterate(String.valueOf(c));
        return changed.length() == 1 ? changed.charAt(0) : c;
    }
}
