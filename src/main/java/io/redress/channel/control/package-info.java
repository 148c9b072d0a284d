/** What operators ask of channels: to pause, to go on, to be polled now. */
@NullMarked
package io.redress.channel.control;

import org.jspecify.annotations.NullMarked;
