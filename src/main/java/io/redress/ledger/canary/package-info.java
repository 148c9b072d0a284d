/** The canaries of channels: when each was sent, and when it arrived. */
@NullMarked
package io.redress.ledger.canary;

import org.jspecify.annotations.NullMarked;
