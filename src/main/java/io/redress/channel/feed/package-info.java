/** Feeds: what other systems list and are asked for, such as the reviews of a marketplace; the files of {@code config/feeds}. */
@NullMarked
package io.redress.channel.feed;

import org.jspecify.annotations.NullMarked;
