package io.redress.mapping;

import io.redress.ticket.KeyedEnum;

/**
 * Why one value of a form or a row cannot be used. It never repeats the value, so that it may be logged.
 *
 * @param code for a form that speaks other languages to word it itself
 * @param sourceName the form field or the column as its sender calls it; the first known name where it is missing
 * @param canonicalField such as {@code customer.phone}
 * @param problem what is wrong, for a person
 * @param remedy what to do about it
 */
public record FieldProblem(Code code, String sourceName, String canonicalField, String problem, String remedy) {

    /** The kinds of problem there are. */
    public enum Code implements KeyedEnum {
        REQUIRED,
        TOO_LONG,
        NOT_AN_EMAIL,
        NOT_A_TIME,
        LOST_DIGITS,
        NOT_A_NUMBER
    }

    @Override
    public String toString() {
        return "'" + sourceName + "' (" + canonicalField + "): " + problem + " → " + remedy;
    }
}
