package io.redress.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Categories as somebody who wires a few nodes tells them: by the words that occur. Node-RED's flow does the same. */
final class WordCategories {

    static final String NONE = "other";

    private final Map<String, List<String>> words;

    /** @param words of each category, in lower case; of several that fit as well the first wins */
    WordCategories(Map<String, List<String>> words) {
        this.words = words;
    }

    static WordCategories in(Path file) throws IOException {
        return new WordCategories(new ObjectMapper()
                .readValue(file.toFile(), new TypeReference<LinkedHashMap<String, List<String>>>() {}));
    }

    String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String best = NONE;
        long most = 0;
        for (Map.Entry<String, List<String>> category : words.entrySet()) {
            long found = category.getValue().stream().filter(lower::contains).count();
            if (found > most) {
                most = found;
                best = category.getKey();
            }
        }
        return best;
    }
}
