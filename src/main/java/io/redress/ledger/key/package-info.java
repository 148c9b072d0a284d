/** Keys of the API in the database. */
@NullMarked
package io.redress.ledger.key;

import org.jspecify.annotations.NullMarked;
