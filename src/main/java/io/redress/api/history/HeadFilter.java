package io.redress.api.history;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which heads. */
record HeadFilter(
        @Parameter(description = "How many, 1 to 500; 50 when absent") @Nullable
        String size,

        @Parameter(description = "Where the page before ended: its 'next'") @Nullable
        String cursor) {}
