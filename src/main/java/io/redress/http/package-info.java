/**
 * The web server's limits: connections, headers, bodies and memory that senders may hold; bodies that routes read for
 * themselves; 503 while routes are not running.
 */
@NullMarked
package io.redress.http;

import org.jspecify.annotations.NullMarked;
