/** Spring configuration of the channels. */
@NullMarked
package io.redress.configuration.channel;

import org.jspecify.annotations.NullMarked;
