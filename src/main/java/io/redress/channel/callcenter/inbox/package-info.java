/** Folders in which call-centre files are found: which files have settled, and which are never taken. */
@NullMarked
package io.redress.channel.callcenter.inbox;

import org.jspecify.annotations.NullMarked;
