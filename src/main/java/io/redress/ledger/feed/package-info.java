/** How far feeds were read. */
@NullMarked
package io.redress.ledger.feed;

import org.jspecify.annotations.NullMarked;
