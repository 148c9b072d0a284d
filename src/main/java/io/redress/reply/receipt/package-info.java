/** Delivery receipts: what became of a message behind the platform that took it. */
@NullMarked
package io.redress.reply.receipt;

import org.jspecify.annotations.NullMarked;
