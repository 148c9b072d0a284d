/** Users and their tries to sign in, as rows. */
@NullMarked
package io.redress.ledger.user;

import org.jspecify.annotations.NullMarked;
