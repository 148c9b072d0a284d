/**
 * Mails to complaints: what a mail is (a complaint, a reply, a bounce, an automatic answer), who wrote it, and which thread it
 * belongs to. Its parts, texts and charsets are read in sub-packages.
 */
@NullMarked
package io.redress.channel.email;

import org.jspecify.annotations.NullMarked;
