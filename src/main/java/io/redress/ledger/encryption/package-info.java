/** Encryption keys that rows need, and rewriting rows with the current one. */
@NullMarked
package io.redress.ledger.encryption;

import org.jspecify.annotations.NullMarked;
