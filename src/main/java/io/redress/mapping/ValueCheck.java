package io.redress.mapping;

import io.redress.mapping.FieldProblem.Code;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be wrong with one value of a field. */
final class ValueCheck {

    /** How Excel shows a long number: the digits between are gone. */
    private static final Pattern EXCEL_NUMBER = Pattern.compile("\\d([.,]\\d{1,20})?[eE]\\+\\d{1,3}");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,253}");

    private ValueCheck() {}

    static Optional<FieldProblem> of(ValueRules rules, CanonicalField field, String sourceName, String value) {
        if (value.length() > field.longest()) {
            return Optional.of(new FieldProblem(
                    Code.TOO_LONG,
                    sourceName,
                    field.key(),
                    "has " + value.length() + " characters, " + field.longest() + " at most are taken",
                    "shorten it"));
        }
        if (field.kind() == CanonicalField.Kind.PHONE
                && rules.inColumns()
                && value.chars().noneMatch(Character::isDigit)) {
            return Optional.of(new FieldProblem(
                    Code.NOT_A_NUMBER,
                    sourceName,
                    field.key(),
                    "has no digit: the row's values may have slipped into other columns",
                    "put them right; a word that means no number belongs under empty in the mapping"));
        }
        return switch (field.kind()) {
            case PHONE, IDENTIFIER ->
                problem(
                        EXCEL_NUMBER.matcher(value).matches(),
                        Code.LOST_DIGITS,
                        sourceName,
                        field,
                        "is a number that Excel has shortened (like 1.38E+10): its digits are lost",
                        "give the column the format Text before the numbers are loaded, and export again");
            case EMAIL ->
                problem(
                        !ADDRESS.matcher(value).matches(),
                        Code.NOT_AN_EMAIL,
                        sourceName,
                        field,
                        "is not an e-mail address",
                        "write one like name@example.com");
            case DATE ->
                problem(
                        rules.times().date(value).isEmpty(),
                        Code.NOT_A_TIME,
                        sourceName,
                        field,
                        "is not a date in any format of the mapping",
                        "write it as " + patterns(rules));
            case INSTANT ->
                problem(
                        rules.times().instant(value).isEmpty(),
                        Code.NOT_A_TIME,
                        sourceName,
                        field,
                        "is not a time in any format of the mapping",
                        "write it as " + patterns(rules));
            default -> Optional.empty();
        };
    }

    private static Optional<FieldProblem> problem(
            boolean wrong, Code code, String sourceName, CanonicalField field, String problem, String remedy) {
        return wrong ? Optional.of(new FieldProblem(code, sourceName, field.key(), problem, remedy)) : Optional.empty();
    }

    private static String patterns(ValueRules rules) {
        return String.join(" or ", rules.times().patterns())
                + ", or add its pattern to the mapping under dates.patterns";
    }
}
