/** The page on which a customer chooses the time of a call. */
package io.redress.callback.page;
