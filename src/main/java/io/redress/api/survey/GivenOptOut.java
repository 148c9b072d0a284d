package io.redress.api.survey;

import io.redress.api.InvalidParameterException;
import io.redress.api.ParameterValue;
import io.redress.audit.AuditedBody;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who wants no surveys, by any way to reach them. */
record GivenOptOut(
        @Schema(example = "li@example.com") @Nullable String email,

        @Schema(description = "With country code; without one, a number in China", example = "+8613800138000") @Nullable
        String phone,

        @Schema(description = "A chat identity, <platform>:<id>", example = "wecom:LiLei") @Nullable
        String handle)
        implements AuditedBody {

    @Override
    public List<String> personsAsked() {
        return Stream.of(email, phone, handle).filter(Objects::nonNull).toList();
    }

    private static final int LONGEST = 500;

    static List<String> list(String name, @Nullable String value) {
        String text = ParameterValue.text(value);
        if (text != null && text.length() > LONGEST) {
            throw new InvalidParameterException(name, name + " must have at most " + LONGEST + " characters");
        }
        return text == null ? List.of() : List.of(text);
    }
}
