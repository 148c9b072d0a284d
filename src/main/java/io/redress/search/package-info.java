/** What a text in the search box asks for, by which words a ticket is found, and in which order. */
@NullMarked
package io.redress.search;

import org.jspecify.annotations.NullMarked;
