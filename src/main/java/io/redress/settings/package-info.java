/** The hub's settings {@code redress.*} as typed records ({@code docs/settings.md}), and secrets in files. */
@NullMarked
package io.redress.settings;

import org.jspecify.annotations.NullMarked;
