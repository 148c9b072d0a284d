/** The embedded broker's journal (KahaDB), with message bodies encrypted at rest. */
@NullMarked
package io.redress.broker.journal;

import org.jspecify.annotations.NullMarked;
