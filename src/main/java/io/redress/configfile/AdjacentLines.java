package io.redress.configfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where a YAML parser may have stumbled: in the line of which it complains, or in the one before it that says anything. */
final class AdjacentLines {

    private AdjacentLines() {}

    /**
     * What is found there, the nearest first.
     *
     * @param at the line of which the parser complains, 1-based
     * @param in judges one line by its number and its text; where it finds something, the lines above are looked at, too
     */
    static List<Finding> findings(String text, int at, BiFunction<Integer, String, Optional<Finding>> in) {
        List<String> lines = text.lines().toList();
        List<Finding> found = new ArrayList<>();
        int above = 0; // lines that say something, from the one complained of
        for (int line = Math.min(at, lines.size()); line >= 1 && above < 2; line--) {
            String written = lines.get(line - 1);
            Optional<Finding> here = in.apply(line, written);
            here.ifPresent(found::add);
            boolean silent = written.isBlank() || written.stripLeading().startsWith("#");
            above += silent || here.isPresent() ? 0 : 1;
        }
        return found;
    }
}
