/**
 * What {@code config/words.yaml} and {@code config/categories.yaml} say, compiled: patterns, and the words of a complaint in which
 * they are looked up.
 */
@NullMarked
package io.redress.triage.rules;

import org.jspecify.annotations.NullMarked;
