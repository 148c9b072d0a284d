package io.redress.configfile;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a settings file that is not of its key's type, in words for who wrote it. */
final class InvalidValueMessage {

    private InvalidValueMessage() {}

    /** @param key the way to it, as in {@code holidays.0.from} */
    static String problem(String key, JsonMappingException e) {
        if (e instanceof InvalidFormatException format) {
            return "'" + key + ": " + format.getValue() + "' is not " + words(format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return key.isEmpty()
                    ? "the file is not " + words(mismatch.getTargetType())
                    : "'" + key + "' is not " + words(mismatch.getTargetType());
        }
        String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return key.isEmpty() ? why : key + ": " + why;
    }

    static String remedy(JsonMappingException e) {
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "write " + words(mismatch.getTargetType())
                : "write a value of that type";
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of that type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type == LocalTime.class) {
            return "a time such as \"09:30\"";
        }
        if (type == Duration.class) {
            return "a length of time such as PT90S";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == float.class || type == Double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list ([…], or lines that each begin with '- ')";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord()
                ? "a list of keys with values"
                : "a value of that type";
    }
}
