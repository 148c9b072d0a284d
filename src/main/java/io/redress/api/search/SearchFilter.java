package io.redress.api.search;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What was typed. */
record SearchFilter(
        @Parameter(
                description =
                        "A ticket's number in any case, with or without R- and hyphens; an item's id; a phone in any"
                                + " spelling, its beginning or its end; a mail address; a chat handle; an order or serial; words in"
                                + " Chinese or English, of which the last may be a beginning. 2 to 200 characters, at most 16 words",
                required = true,
                example = "色差")
        @Nullable
        String q) {}
