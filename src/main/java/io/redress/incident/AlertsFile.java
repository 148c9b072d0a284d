package io.redress.incident;

import org.jspecify.annotations.Nullable;

/** {@code config/alerts.yaml} as written. */
record AlertsFile(@Nullable String to, @Nullable String after) {}
