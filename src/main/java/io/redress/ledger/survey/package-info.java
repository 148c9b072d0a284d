/** Surveys, in SQL. */
@NullMarked
package io.redress.ledger.survey;

import org.jspecify.annotations.NullMarked;
