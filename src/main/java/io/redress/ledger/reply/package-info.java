/** Messages to customers and staff, in SQL: planned, limited, sent. */
@NullMarked
package io.redress.ledger.reply;

import org.jspecify.annotations.NullMarked;
