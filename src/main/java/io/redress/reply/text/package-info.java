/** Words of others in messages of ours: links and what looks like them are made harmless. */
@NullMarked
package io.redress.reply.text;

import org.jspecify.annotations.NullMarked;
