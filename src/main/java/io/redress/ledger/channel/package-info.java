/** What operators asked of channels, in the database. */
@NullMarked
package io.redress.ledger.channel;

import org.jspecify.annotations.NullMarked;
