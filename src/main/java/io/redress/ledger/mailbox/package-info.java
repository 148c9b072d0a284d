/** Which mails of a mailbox were taken, in SQL. */
@NullMarked
package io.redress.ledger.mailbox;

import org.jspecify.annotations.NullMarked;
