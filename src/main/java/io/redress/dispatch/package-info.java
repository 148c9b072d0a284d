/** The Content-Based Router: the queue of each category. */
package io.redress.dispatch;
