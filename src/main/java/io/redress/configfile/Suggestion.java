package io.redress.configfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/** What somebody probably meant who wrote a name that does not exist. */
public final class Suggestion {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIST = 25;

    private Suggestion() {}

    /** The known name closest to a wrong one: at most two slips away, or with the same last part ({@code phone}). */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        String typed = wrong.trim().toLowerCase(Locale.ROOT);
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        for (int slips = 0; slips <= LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE; slips++) {
            var near = new CharacterRunAutomaton(new LevenshteinAutomata(typed, true).toAutomaton(slips));
            for (String name : known) {
                if (near.run(name.toLowerCase(Locale.ROOT))) {
                    return Optional.of(name);
                }
            }
        }
        String last = "." + typed.substring(typed.lastIndexOf('.') + 1);
        return known.stream()
                .filter(name -> ("." + name.toLowerCase(Locale.ROOT)).endsWith(last))
                .findFirst();
    }

    /** A remedy for a {@link Finding}: {@code did you mean 'x'?} when one is near, and all that is possible unless that is much. */
    public static String remedy(String wrong, Collection<String> known) {
        Optional<String> near = nearest(wrong, known);
        String all = "Known: " + String.join(", ", known);
        return near.map(name -> "did you mean '" + name + "'?" + (known.size() > LONGEST_LIST ? "" : " " + all))
                .orElse(all);
    }

    /**
     * A finding for each item of a list that is not a known name, with its line and the names that there are.
     *
     * @param whose list, for people
     * @param written null where the schema refused an item
     * @param list where it stands in the file, its own key last
     */
    public static List<Finding> unknown(
            YamlFile<?> yaml, String whose, List<@Nullable String> written, Collection<String> known, Object... list) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String one = written.get(i);
            if (one != null && !known.contains(one)) {
                Object[] place = Arrays.copyOf(list, list.length + 1);
                place[list.length] = i;
                findings.add(yaml.finding(
                        whose + ": '" + one + "' is not one of the " + list[list.length - 1],
                        remedy(one, known),
                        place));
            }
        }
        return findings;
    }
}
