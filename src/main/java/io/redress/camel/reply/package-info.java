/** The routes by which answers reach customers. */
@NullMarked
package io.redress.camel.reply;

import org.jspecify.annotations.NullMarked;
