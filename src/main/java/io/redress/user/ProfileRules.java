package io.redress.user;

import io.redress.user.UserRefused.Reason;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a user's profile may say. */
public final class ProfileRules {

    public static final Set<String> LANGUAGES = Set.of("zh", "en");

    public static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Supplier<Set<String>> teams;
    private final Supplier<Set<String>> categories;

    /**
     * @param teams the keys that there are now
     * @param categories the keys that there are now
     */
    public ProfileRules(Supplier<Set<String>> teams, Supplier<Set<String>> categories) {
        this.teams = teams;
        this.categories = categories;
    }

    /** The teams that there are, in order. */
    public Set<String> teams() {
        return new TreeSet<>(teams.get());
    }

    /** The categories that there are, in order. */
    public Set<String> categories() {
        return new TreeSet<>(categories.get());
    }

    /** Whether a login is the name of a team: who has it would own the team's tickets. */
    public boolean isTeam(String login) {
        return teams.get().stream().anyMatch(login::equalsIgnoreCase);
    }

    /** @throws UserRefused saying what may not be */
    void check(UserProfile profile) {
        String name = profile.displayName();
        if (name.isBlank()
                || name.length() > User.LONGEST_NAME
                || CONTROL.matcher(name).find()) {
            throw new UserRefused(
                    Reason.NAME_LENGTH,
                    "The name is empty, too long, or has characters that cannot be printed",
                    "Give 1 to " + User.LONGEST_NAME + " characters.");
        }
        if (profile.mail() != null && (profile.mail().length() > LONGEST_MAIL || !isMail(profile.mail()))) {
            throw new UserRefused(
                    Reason.MAIL_NOT_ALLOWED, "The mail address is not one", "Write it as wang.li@shop.example.");
        }
        if (profile.roles().isEmpty()) {
            throw new UserRefused(
                    Reason.NO_ROLE, "A user without a role may do nothing", "Give a role; docs/people.md lists them.");
        }
        if (profile.language() != null && !LANGUAGES.contains(profile.language())) {
            throw new UserRefused(
                    Reason.UNKNOWN_LANGUAGE, "The console does not speak this language", "Give zh or en.");
        }
        check(profile.teams(), teams(), Reason.UNKNOWN_TEAM, "team", "owners");
        check(profile.categories(), categories(), Reason.UNKNOWN_CATEGORY, "category", "categories");
    }

    /** Whether a text has the form of a mail address. */
    public static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    private static void check(Set<String> given, Set<String> known, Reason reason, String what, String section) {
        var unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new UserRefused(
                    reason,
                    "There is not such a " + what + ": " + String.join(", ", unknown),
                    "Take one of " + section + " in config/categories.yaml: " + String.join(", ", known) + ".");
        }
    }
}
