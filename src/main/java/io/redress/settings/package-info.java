/**
 * The settings {@code redress.*}: a record for each group, which is the one place of each setting's name, type, default, limits
 * and description.
 */
@org.jspecify.annotations.NullMarked
package io.redress.settings;
